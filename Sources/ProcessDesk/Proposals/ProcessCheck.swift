import BusinessProcess
import Cases
import Government
import Identity
import Refusals
import Services
import Storage
import WorkingTime

/// What is wrong with a file that may become a version of a process: whether it can be executed, whether it always
/// comes to its end, and whether there are people in this district to do its tasks.
struct ProcessCheck: Sendable {
    /// The file.
    let file: ProcessFile
    /// What is wrong, and what is worth a look, by line.
    let findings: [ProcessFinding]

    var problems: [ProcessFinding] { findings.filter { !$0.isWarning } }
    var warnings: [ProcessFinding] { findings.filter(\.isWarning) }

    init(_ file: ProcessFile, _ surroundings: Surroundings) {
        self.file = file
        guard let definition = file.definition else {
            findings = file.findings
            return
        }
        findings =
            Soundness(
                definition,
                .init(
                    promisedLimit: definition.limit ?? surroundings.promised[definition.id],
                    today: surroundings.today.iso, canBeDone: surroundings.canDo)
            ).findings + Self.undrawn(definition)
    }

    /// Applicants follow their case in the drawing: without one they see nothing.
    private static func undrawn(_ definition: ProcessDefinition) -> [ProcessFinding] {
        guard definition.diagram.shapes.isEmpty else { return [] }
        var finding = definition.finding("没有图形（BPMN DI），申请人看不到办到哪一步，请用绘图工具重新保存", at: definition.id)
        finding.isWarning = true
        return [finding]
    }

    /// - Throws: `conflict` with the first thing that is wrong.
    func requireSound() throws {
        guard let first = problems.first else { return }
        throw DomainError.conflict("流程还有 \(problems.count) 处问题，不能发布。第一处：\(first.description)")
    }
}

extension ProcessCheck {
    /// What a process meets in this district.
    struct Surroundings: Sendable {
        /// The day of the check.
        let today: CivilDate
        /// Who holds which role, by organ.
        let roles: [String: Set<Role>]
        /// The shortest limit promised by a service that runs on a process, as `value unit`, by process.
        let promised: [String: String]

        /// Somebody has the role in the organ; for a part of the case (`lead`, `co1` …) in any organ.
        func canDo(_ task: UserTask) -> Bool {
            if task.organ == CaseTask.applicant { return true }
            guard let role = Role(rawValue: task.role) else { return false }
            if let here = roles[task.organ] { return here.contains(role) }
            return CasePlan.isPart(task.organ) && roles.values.contains { $0.contains(role) }
        }
    }
}

extension ProcessCheck.Surroundings {
    /// Reads them.
    init(_ catalogue: ServiceCatalogue, on day: CivilDate, in tx: Transaction) throws {
        today = day
        roles = try Directory.organs(in: tx).reduce(into: [:]) { roles, organ in
            let members = try Accounts.members(of: organ.key, on: day, in: tx)
            roles[organ.key] = members.reduce(into: []) { $0.formUnion($1.roles) }
        }
        promised = catalogue.shortestPromises
    }
}

extension ServiceCatalogue {
    /// The shortest limit promised by the services of each process, as `value unit`.
    fileprivate var shortestPromises: [String: String] {
        let promises = services.compactMap { service in
            service.item.limits.promised.map { (service.item.process, $0) }
        }
        let shortest = Dictionary(promises) { $0.approximateDays <= $1.approximateDays ? $0 : $1 }
        return shortest.mapValues { "\($0.value) \($0.unit.rawValue)" }
    }
}
