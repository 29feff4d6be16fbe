#include "app/ctl/ctl.h"

int main(int argc, char** argv) {
    return chairside::app::runChairsidectl(argc, argv);
}
