#include "ui/work/workbench.h"
