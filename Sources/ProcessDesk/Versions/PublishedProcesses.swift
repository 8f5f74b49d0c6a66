import BusinessProcess
import Cases
import DecisionModel
import Refusals
import Storage
import Web

/// Finds what an address names.
struct PublishedProcesses: Sendable {
    let processes: ProcessLibrary
    let database: Database

    /// All versions of the process in the address, the newest first.
    ///
    /// - Throws: `notFound`.
    func versions(_ request: WebRequest) async throws -> [PublishedProcess] {
        let id = try request.parameter("process")
        let versions = try await database.read { try PublishedProcess.versions(of: id, in: $0) }
        guard !versions.isEmpty else { throw Self.missing }
        return versions
    }

    /// The version in the address.
    ///
    /// - Throws: `notFound`.
    func version(_ request: WebRequest) async throws -> (PublishedProcess, ProcessDefinition) {
        let number = try request.parameter("version")
        let found = try await versions(request).first { String($0.key.version) == number }
        guard let found, let definition = processes.definition(found.key) else { throw Self.missing }
        return (found, definition)
    }

    /// The try-out an address tells, by the clock and the calendar in force.
    func tryOut(_ request: WebRequest, of definition: ProcessDefinition) async throws -> TryOutState {
        let surroundings = try await database.read { try FEELSurroundings.inForce(at: request.now, in: $0) }
        return TryOutState(request, of: definition, surroundings)
    }

    static let missing = DomainError.notFound("没有这个流程，或者没有它的这个版本。")
}
