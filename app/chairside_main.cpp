#include "app/application.h"

int main(int argc, char** argv) {
    return chairside::app::runChairside(argc, argv);
}
