#include "core/domain/protocol/protocol_rules.h"

namespace chairside::domain {

EntryRange rangeOf(SedationScale scale) {
    switch (scale) {
    case SedationScale::MoaaS:
        return {0, 5};
    case SedationScale::Poss:
        return {0, 4}; // 0 stands for the letter S: asleep, easy to rouse
    case SedationScale::Rass:
        return {-5, 4};
    case SedationScale::Ramsay:
        return {1, 6};
    }
    return {};
}

EntryRange rangeOf(DissociationScale scale) {
    switch (scale) {
    case DissociationScale::Item0To4:
        return {0, 4};
    case DissociationScale::Cadss6:
        return {0, 24};
    }
    return {};
}

int maxScore(TenderScale scale) {
    switch (scale) {
    case TenderScale::YesNo:
        return 1;
    case TenderScale::Mtps0To10:
        return 10;
    case TenderScale::Graded0To3:
        return 3;
    case TenderScale::Graded0To4:
        return 4;
    }
    return 0;
}

} // namespace chairside::domain
