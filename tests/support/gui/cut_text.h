// Finds what a person cannot read whole on a window that is shown: text that does not fit the room it is painted in.
#pragma once

#include <QWidget>
#include <string>
#include <vector>

namespace chairside::test {

// One sentence for each text that is cut, and for each place that would have to be scrolled sideways. Looks at labels,
// buttons, check and radio buttons, the choice of a combo box, hints in empty lines, tabs, menus, headers and cells of
// tables (also those further down), badges and the buttons of a course strip. A text that an ellipsis ends counts as
// cut. Does not look into charts and previews of documents, which are drawn.
[[nodiscard]] std::vector<std::string> cutTexts(QWidget& root);

// Every text that cutTexts looks at, as it is shown.
[[nodiscard]] QStringList shownTexts(QWidget& root);

} // namespace chairside::test
