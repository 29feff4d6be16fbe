// The quantities of an infusion. Each counts thousandths of the unit it is read in (see core/base/scaled.h).
#pragma once

#include "core/base/scaled.h"

namespace chairside::domain {

using Weight = base::Scaled<struct WeightTag>;               // g, read as kg
using Height = base::Scaled<struct HeightTag>;               // 10 um, read as cm
using Dose = base::Scaled<struct DoseTag>;                   // ug, read as mg
using DosePerKg = base::Scaled<struct DosePerKgTag>;         // ug per kg, read as mg per kg
using Concentration = base::Scaled<struct ConcentrationTag>; // ug per mL, read as mg per mL
using Volume = base::Scaled<struct VolumeTag>;               // uL, read as mL
using FlowRate = base::Scaled<struct FlowRateTag>;           // uL per hour, read as mL per hour
using Pressure = base::Scaled<struct PressureTag>;           // gf per cm2, read as kgf per cm2 (algometer)
using Score = base::Scaled<struct ScoreTag>;                 // thousandths of a scale point, for means of scores

} // namespace chairside::domain
