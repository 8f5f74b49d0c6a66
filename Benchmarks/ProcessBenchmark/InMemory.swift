import ArgumentParser
import BusinessProcess
import DecisionModel
import Foundation

/// The engine alone: nothing is stored, no case stands behind it.
struct InMemory: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "memory", abstract: "The engine alone.")
    @Option(help: "Parallel branches.") var width = 5
    @Option(help: "How long to measure.") var seconds = 5.0

    private struct Figures: Encodable {
        let width: Int
        let instances: Int
        let seconds: Double
        let cpuSeconds: Double
        /// Of the largest of the states an instance is stored in.
        let stateBytes: Int
    }

    func run() async throws {
        let definition = try Fan(width: width).definition()
        let (measured, instances) = try await Measured.of { try repeated(definition) }
        try report(
            Figures(
                width: width, instances: instances, seconds: measured.seconds,
                cpuSeconds: measured.cpuSeconds, stateBytes: try largestState(definition)))
    }

    private func repeated(_ definition: ProcessDefinition) throws -> Int {
        let until = ContinuousClock.now + .seconds(seconds)
        var instances = 0
        while ContinuousClock.now < until {
            try work(through: definition) { _ in }
            instances += 1
        }
        return instances
    }

    private func largestState(_ definition: ProcessDefinition) throws -> Int {
        var largest = 0
        try work(through: definition) { largest = max(largest, try JSONEncoder().encode($0).count) }
        return largest
    }

    /// From the start to the end, with a look at each state on the way.
    private func work(
        through definition: ProcessDefinition, _ look: (ProcessInstance) throws -> Void
    ) throws {
        let given: Circumstances = ["form": .context(Fan.form)]
        var (instance, _) = try ProcessInstance.start(definition, given: given)
        try look(instance)
        for activity in 1...width {
            _ = try instance.complete(
                activity, in: definition, given: given, outcome: "agree", by: "7300000000001")
            try look(instance)
        }
        guard instance.isEnded else { throw ValidationError("The process did not come to its end.") }
    }
}
