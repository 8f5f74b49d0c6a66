import DecisionModel
import Journal

@testable import Cases

extension Stage {
    var tables: DecisionTables { DecisionTables(database: database) }

    func edit(_ table: DecisionTable, seen: Int) async throws {
        let now = now
        try await tables.change(
            table.id, version: 1, "decision.edited", by: Actor.sysadmin, at: now
        ) { try $0.edit(table, seen: seen, by: Actor.sysadmin, at: now) }
    }

    func publish(_ version: Int = 1, by actor: Actor = Actor.secadmin) async throws {
        let now = now
        let surroundings = try await tables.surroundings(at: now)
        try await tables.change("fire-check", version: version, "decision.published", by: actor, at: now) {
            try $0.publish(by: actor, at: now, surroundings)
        }
    }

    func retire(by actor: Actor = Actor.secadmin) async throws {
        let now = now
        try await tables.change("fire-check", version: 1, "decision.retired", by: actor, at: now) {
            try $0.retire(by: actor, at: now)
        }
    }
}

extension DecisionTable {
    /// Which check by area: small places promise, large ones are visited.
    static func check(
        id: String = "fire-check", _ cells: [String] = ["<= 200", "> 200"],
        examples: [DecisionExample] = [
            .init(name: "小店", given: ["form": ["area": 80]], expected: "承诺"),
            .init(name: "大店", given: ["form": ["area": 300]], expected: "核查"),
        ]
    ) -> DecisionTable {
        DecisionTable(
            id: id, name: "消防检查方式", inputs: [DecisionInput(expression: "form.area", type: "number")],
            outputs: [DecisionOutput(name: "方式")],
            rules: zip(cells, ["\"承诺\"", "\"核查\""]).map { DecisionRule([$0], [$1]) }, examples: examples)
    }
}
