// The program-wide commands a page may answer to; their keys are the same everywhere.
#pragma once

namespace chairside::ui {

enum class Command {
    FindPatient, // Ctrl+F, Ctrl+K
    Save,        // Ctrl+S: the draft, now
    Undo,        // Ctrl+Z
    Redo,        // Ctrl+Y
    Print,       // Ctrl+P: preview of what is on screen
    Complete,    // Ctrl+Enter: complete this step
    NextSection, // Ctrl+Tab
    PreviousSection,
    NewItem,       // Ctrl+N: walk-in, new patient, ...
    StartInfusion, // Alt+F9
    PauseInfusion, // Alt+F10
    StopInfusion,  // Alt+F11
    Emergency      // Alt+F12
};

} // namespace chairside::ui
