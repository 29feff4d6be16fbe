// Home of the meta-object of Page; moc looks at headers that have a source beside them.
#include "ui/shell/page.h"
