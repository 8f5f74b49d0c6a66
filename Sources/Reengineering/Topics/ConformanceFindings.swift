import BusinessProcess
import Cases
import ProcessMining
import Refusals
import Services
import Storage
import Web

/// Replays cases in the drawings they ran on.
struct ConformanceFindings {
    /// What is known of one version of a process.
    struct Drawing {
        let name: String
        /// What the net has no words for, instead of figures.
        var unspeakable: Unspeakable?
        var statistics = ConformanceStatistics()
        fileprivate var replay: TokenReplay?
    }

    private let library: ProcessLibrary
    private(set) var drawings: [ProcessKey: Drawing] = [:]
    private(set) var names: [String: String] = [:]

    init(_ library: ProcessLibrary) { self.library = library }

    /// Looks at the finished ones of these cases.
    mutating func add(_ traces: [CaseTrace], _ keys: [Int64: ProcessKey]) {
        for trace in traces where trace.closedAt != nil {
            for event in trace.events { names[event.step] = event.name }
            guard let replay = replay(trace, keys) else { continue }
            keys[trace.id].map { drawings[$0]?.statistics.add(replay) }
        }
    }

    /// What comes of one case; nil where its drawing cannot be replayed.
    mutating func replay(_ trace: CaseTrace, _ keys: [Int64: ProcessKey]) -> Replay? {
        guard let key = keys[trace.id] else { return nil }
        if drawings[key] == nil { drawings[key] = drawing(key) }
        return drawings[key]?.replay?.replay(trace.path)
    }

    private func drawing(_ key: ProcessKey) -> Drawing? {
        guard let definition = library.definition(key) else { return nil }
        do throws(Unspeakable) {
            let net = try PetriNet(definition)
            return Drawing(name: definition.name, replay: TokenReplay(net))
        } catch {
            return Drawing(name: definition.name, unspeakable: error)
        }
    }
}

extension TopicPages {
    func conformance(_ request: WebRequest) async throws -> Page {
        let scope = try await services.scope(of: request, in: database)
        var findings = ConformanceFindings(processes)
        let isWhole = try await walk(scope).each { traces in
            let keys = try await database.read { try TracedProcesses.keys(of: traces, in: $0) }
            findings.add(traces, keys)
        }
        return page(
            .conformance, scope, request, isWhole: isWhole,
            lead: "把每一件实际走的路径放到它当时的流程图里重走一遍：走得通就是按图办，走不通的地方列在下面。",
            content: ConformanceContent(scope: scope, findings: findings).html)
    }

    /// The net of one version of a process.
    func net(_ request: WebRequest) throws -> WebResponse {
        guard let process = request.query("process"),
            let version = request.query("version").flatMap(Int.init),
            let definition = processes.definition(ProcessKey(id: process, version: version))
        else { throw DomainError.notFound("没有这一版流程。") }
        do throws(Unspeakable) {
            let file = PNML(try PetriNet(definition), name: definition.name).text
            return .file(
                Array(file.utf8), name: "\(process)-\(version).pnml",
                contentType: "application/xml; charset=utf-8")
        } catch {
            throw DomainError.conflict("流程图里有\(error.kind)「\(error.name)」，Petri 网画不出来。")
        }
    }
}
