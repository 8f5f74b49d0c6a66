import ArgumentParser

/// Measures how many instances of one process get done, and prints what it found as one line of JSON.
///
/// The process is `Fan`: a start, so many parallel user tasks, their join, a decision and an end.
@main
struct ProcessBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Instances of a process per second.",
        subcommands: [InMemory.self, Saved.self, Costs.self, Steps.self])
}
