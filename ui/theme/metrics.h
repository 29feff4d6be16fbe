// Distances and heights: a grid of 4 px at the standard text size, growing with the text.
#pragma once

class QWidget;

namespace chairside::ui {

// How large controls are. ChairSide and Touch are for the pages used standing at the chair.
enum class Density { Desktop, ChairSide, Touch };

namespace space {
inline constexpr int kLabel = 4;   // label to field
inline constexpr int kRelated = 8; // between things that belong together
inline constexpr int kGroup = 16;  // between groups, and the margin of a page
inline constexpr int kBlock = 24;  // between blocks
} // namespace space

inline constexpr int kTableRow = 32;
inline constexpr int kStepperItem = 40;
inline constexpr int kBannerHeight = 64;
inline constexpr int kRailWidth = 96;
inline constexpr int kSmallestTarget = 24;
// Free space around a button's face in which its focus ring is drawn.
inline constexpr int kRingSpace = 3;

// A length of the grid at the present text size; never smaller than px.
[[nodiscard]] int scaled(int px);
[[nodiscard]] int controlHeight(Density density);

// Gives the widget and everything in it a density; the nearest ancestor that has one counts.
void setDensity(QWidget& widget, Density density);
[[nodiscard]] Density densityOf(const QWidget* widget);

// Draws the widget's outline as one whose entry needs attention.
void setFaulty(QWidget& widget, bool faulty);
[[nodiscard]] bool isFaulty(const QWidget* widget);

} // namespace chairside::ui
