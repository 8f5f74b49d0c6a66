import ProcessMining

/// Which cases a number of the analysis stands for.
enum TraceFilter: Sendable, Hashable {
    /// Finished ones that took this path.
    case path([String])
    /// Finished ones in which the second step came right after the first.
    case pair(String, String)
    /// Finished ones that began, or ended, with this step.
    case end(String, isFirst: Bool)
    /// Finished ones in which the second step came up when the first was done.
    case series(String, String)
    /// Finished ones in which the second item of a joint service began when the first was over, without needing it.
    case jointSeries(String, String)
    /// Finished ones on one drawing: all, those that went as drawn, or the others.
    case replayed(String, Int, isFit: Bool?)
    /// Finished ones in which something was not as drawn.
    case deviation(Replay.Deviation)
    /// Those in which a material was asked for twice in this way.
    case repetition(Repetition)
    /// Finished ones with this step.
    case step(String)
    /// Finished ones in which this step was done again.
    case again(String)
    /// Finished ones in which it is known when this step was taken.
    case taken(String)
    /// Finished ones in which it is not.
    case untaken(String)
    /// Finished ones on this version of the process.
    case version(Int)
    /// Finished ones that this organ is in charge of.
    case lead(String)
    /// Finished ones that changed organs, or persons, on the way.
    case handedOver(organ: Bool)
    /// Finished ones in which some step was done again.
    case repeated
    /// All that are finished.
    case finished
    /// Those under way.
    case underWay
}
