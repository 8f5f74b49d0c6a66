import Cases
import Foundation
import ProcessMining
import Services
import Storage
import Testing
import WorkingTime
import Yams

@testable import Reengineering

@Suite("Cases beside the drawings they ran on")
struct DrawnCasesTests {
    private let scope = AnalysisScope(service: "S", name: "食品经营许可", year: 2026)

    /// Steps in a row.
    private static func drawing(_ version: Int, _ steps: [String]) -> Data {
        let nodes = ["start"] + steps + ["end"]
        let tasks = steps.map {
            """
            <userTask id="\($0)" name="\($0)" minben:organ="lead" minben:role="officer" minben:act="review">
            <extensionElements><minben:outcome code="ok" label="同意"/></extensionElements></userTask>
            """
        }
        let flows = zip(nodes, nodes.dropFirst()).map {
            "<sequenceFlow id=\"\($0)-\($1)\" sourceRef=\"\($0)\" targetRef=\"\($1)\"/>"
        }
        return Data(
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:minben="urn:minben:bpmn:1">
            <process id="sketch" name="草图" isExecutable="true" minben:version="\(version)">
            <startEvent id="start"/><endEvent id="end"/>\(tasks.joined())\(flows.joined())</process></definitions>
            """.utf8)
    }

    /// One case on the first version and one on the second, which was drawn in the middle of the year.
    private func house() async throws -> MiningHouse {
        let house = try await MiningHouse()
        try await house.processes.install(
            [Self.drawing(1, ["a", "b"]), Self.drawing(2, ["b", "a"])], in: house.database,
            at: MiningHouse.noon)
        try await house.database.write { tx in
            for (id, version) in [(Int64(1), 1), (2, 2), (3, 2)] {
                try MiningHouse.file(id, version: version, in: tx)
            }
            for (id, steps) in [(Int64(1), ["a", "b"]), (2, ["b", "a"]), (3, ["a", "b"])] {
                for (place, step) in steps.enumerated() {
                    try MiningHouse.work(
                        id * 10 + Int64(place), on: id, step, from: place * 10, until: place * 10 + 10, in: tx
                    )
                }
            }
        }
        return house
    }

    private func traces(_ house: MiningHouse) async throws -> ([CaseTrace], [Int64: ProcessKey]) {
        try await house.database.read { tx in
            let traces = try TraceStore.traces(scope, after: .init(), in: tx)
            return (traces, try TracedProcesses.keys(of: traces, in: tx))
        }
    }

    @Test(
        "each case is replayed in the version it ran on, though the drawing changed in the middle of the year"
    )
    func versions() async throws {
        let house = try await house()
        let (traces, keys) = try await traces(house)
        var (findings, replays) = (ConformanceFindings(), Replays(house.processes))
        for trace in traces { findings.add(trace, keys[trace.id], by: &replays) }
        let first = findings.drawings[DrawnVersion(ProcessKey(id: "sketch", version: 1))]
        let second = findings.drawings[DrawnVersion(ProcessKey(id: "sketch", version: 2))]
        #expect(first?.cases == 1 && first?.fit == 1)
        #expect(second?.cases == 2 && second?.fit == 1)
    }

    @Test("a deviation opens to the cases that have it")
    func deviating() async throws {
        let house = try await house()
        let choice = TraceChoice(
            filter: .replayed("sketch", 2, isFit: false), database: house.database,
            processes: house.processes,
            catalogue: ServiceCatalogue([]))
        let page = try await TraceWalk(database: house.database, scope: scope).page(
            after: .init(), size: 20, choosing: choice.among)
        #expect(page.items.map(\.id) == [3] && page.next == nil)
    }

    @Test("pairs of steps are judged by the drawing of each case")
    func pairs() async throws {
        let house = try await house()
        let (traces, keys) = try await traces(house)
        var (findings, pairs) = (ParallelFindings(), DrawnPairs(house.processes))
        for trace in traces { findings.add(trace, keys[trace.id], [], by: &pairs) }
        let rules = try YAMLDecoder().decode(AnalysisRules.self, from: AnalysisRules.deliveredText())
        let judged = findings.judged(by: rules, in: house.processes)
        #expect(judged.savings[.init("a", "b")]?.cases == 1)
        #expect(judged.savings[.init("b", "a")]?.cases == 1)
        #expect(judged.savings[.init("a", "b")]?.saved.total == 600)
        // The law changes: what is kept stays, and is judged anew.
        let strict = try YAMLDecoder().decode(
            AnalysisRules.self, from: "nightly_hour: 2\nusual_reason: 有次序\nsteps: []")
        let bound = findings.judged(by: strict, in: house.processes)
        #expect(bound.savings.isEmpty && bound.successions.count == 2)
    }

    @Test("a case whose process is nowhere to be found is left out, and breaks nothing")
    func unknownProcess() async throws {
        let house = try await MiningHouse()
        try await house.database.write { try MiningHouse.file(1, in: $0) }
        let (traces, keys) = try await traces(house)
        var (findings, replays) = (ConformanceFindings(), Replays(house.processes))
        for trace in traces { findings.add(trace, keys[trace.id], by: &replays) }
        #expect(findings.drawings.isEmpty)
    }

    @Test(
        "the items of a joint service know their times and needs; one without a name of its own is not judged"
    )
    func items() async throws {
        let house = try await MiningHouse()
        let spans = try await house.database.write { tx in
            try MiningHouse.file(1, in: tx)
            for (id, plan) in [
                (Int64(2), #"{"process":"p","slug":"fire","needs":["food"]}"#), (3, #"{"process":"p"}"#),
            ] {
                try MiningHouse.file(id, service: "T", parent: 1, plan: plan, in: tx)
                try MiningHouse.work(id * 10, on: id, "review", from: 5, in: tx)
            }
            let traces = try TraceStore.traces(scope, after: .init(), in: tx)
            return try TracedProcesses.spans(of: traces, in: tx)[1]
        }
        #expect(spans?.map(\.slug) == ["fire"] && spans?.first?.needs == ["food"])
        #expect(spans?.first?.beganAt == MiningHouse.noon.adding(seconds: 300))
    }

    @Test(
        "a material is asked for twice with the supplement, by two items, and of whoever gave it within the year"
    )
    func materials() async throws {
        let house = try await MiningHouse()
        let plan = #"{"process":"p","materials":[{"id":"rules","name":"制度","isRequired":true}]}"#
        let found = try await house.database.write { tx in
            try MiningHouse.file(1, account: 7, plan: plan, in: tx)
            try MiningHouse.file(2, service: "T", parent: 1, account: 7, plan: plan, in: tx)
            try MiningHouse.file(3, account: 8, plan: plan, in: tx)
            let before = MiningHouse.noon.adding(seconds: -30 * 86_400)
            try MiningHouse.file(4, service: "T", filed: before, account: 8, plan: plan, in: tx)
            try MiningHouse.handIn("rules", file: 11, with: 1, in: tx)
            try MiningHouse.handIn(
                "rules", file: 12, with: 1, at: MiningHouse.noon.adding(seconds: 60), in: tx)
            try MiningHouse.handIn("rules", file: 13, with: 2, in: tx)
            try MiningHouse.handIn("rules", file: 14, with: 3, in: tx)
            try MiningHouse.handIn("rules", file: 15, with: 4, at: before, in: tx)
            let traces = try TraceStore.traces(scope, after: .init(), in: tx)
            return try MaterialStore(catalogue: ServiceCatalogue([])).repetitions(in: traces, tx)
        }
        #expect(found[1] == [Repetition(.supplement, "制度"): "制度", Repetition(.items, "制度"): "制度"])
        #expect(found[3] == [Repetition(.earlier, "制度"): "制度"])
    }
}
