import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web

/// How a hall is set up, for the system administrator.
struct SetupPages: Sendable {
    let setup: HallSetup
    let tablet: @Sendable (Int64) -> String?

    var routes: [Route] {
        [
            .post(HallPath.desk, .may(.editHalls), journal: "hall.added", "增加大厅") { request, officer in
                let (form, actor) = (try await request.form(), officer.actor(request))
                let id = try await setup.add(
                    form["name"] ?? "", address: form["address"] ?? "", organ: actor.organ ?? "", by: actor,
                    at: request.now)
                return .redirect(to: HallPath.setup(String(id)))
            },
            .get(HallPath.setup("{id}"), .may(.editHalls), "大厅设置") { request, _ in try await show(request) },
            change("", "hall.changed", "修改大厅") { id, form, request, officer in
                try await setup.change(id, by: officer.actor(request), at: request.now) { hall in
                    hall.name = form["name"] ?? ""
                    hall.address = form["address"] ?? ""
                    hall.workingHours = try OpeningHours(form["working_hours"] ?? "", field: "working_hours")
                    hall.restHours = try OpeningHours(form["rest_hours"] ?? "", field: "rest_hours")
                    hall.rules = try HallRules { form[$0] }
                }
            },
            change("groups", "hall.groups_set", "修改业务类别") { id, form, request, officer in
                try await setup.setGroups(
                    SetupForm.groups(form), of: id, by: officer.actor(request), at: request.now)
            },
            change("windows", "hall.windows_set", "修改窗口") { id, form, request, officer in
                try await setup.setWindows(
                    SetupForm.windows(form), of: id, by: officer.actor(request), at: request.now)
            },
            change("clerks", "hall.clerks_set", "修改窗口人员") { id, form, request, officer in
                try await setup.setClerks(
                    SetupForm.clerks(form), of: id, by: officer.actor(request), at: request.now)
            },
        ]
    }

    private func change(
        _ part: String, _ journal: String, _ title: String,
        _ change: @escaping @Sendable (Int64, FormData, WebRequest, OfficerContext) async throws -> Void
    ) -> Route {
        let path = part.isEmpty ? HallPath.setup("{id}") : HallPath.setup("{id}", part)
        return .post(path, .may(.editHalls), journal: journal, title) { request, officer in
            let (id, form) = (try request.number("id"), try await request.form())
            do {
                try await change(id, form, request, officer)
                return .redirect(to: "\(HallPath.setup(String(id)))?done=1")
            } catch DomainError.invalid(let errors) {
                return try await show(request, errors: errors, entered: form)
            } catch DomainError.conflict(let sentence) {
                return try await show(request, errors: [FieldError(part, sentence)], entered: form)
            }
        }
    }

    private func show(_ request: WebRequest, errors: [FieldError] = [], entered: FormData? = nil) async throws
        -> WebResponse
    {
        let id = try request.number("id")
        let facts = try await setup.database.read { try SetupFacts(id, in: $0) }
        let page = SetupPage(
            facts: facts, errors: errors, entered: entered, isDone: request.query("done") != nil,
            tablet: tablet, token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}

/// What is shown on the page: everything as it stands.
struct SetupFacts: Sendable {
    let hall: Hall
    let groups: [ServiceGroup]
    let windows: [Window]
    /// Login names with the groups they can do.
    let clerks: [(name: String, skills: Set<Int64>)]

    init(_ id: Int64, in tx: Transaction) throws {
        hall = try HallStore.hall(id, in: tx)
        groups = try HallStore.groups(of: id, in: tx)
        windows = try HallStore.windows(of: id, in: tx)
        clerks = try tx.rows(
            """
            SELECT a.name, c.skills FROM hall_clerk c JOIN account a ON a.id = c.account_id
            WHERE c.hall_id = \(id) ORDER BY a.name LIMIT \(HallStore.most)
            """
        ).map { (try $0.text("name"), Set(try $0.json("skills", as: [Int64].self))) }
    }

    /// `A B`.
    func letters(_ ids: Set<Int64>) -> String {
        groups.filter { ids.contains($0.id) }.map(\.letter).joined(separator: " ")
    }
}

/// The tables of the page as they were filled in.
enum SetupForm {
    static func groups(_ form: FormData) throws -> [HallSetup.GroupLine] {
        try form.rows("groups", columns: ["letter", "name", "words", "organs", "capacity"]).map { row in
            guard let capacity = Int(row["capacity"] ?? "") else {
                throw DomainError.invalid("groups", "“每时段可约”应为整数，不接受预约就填 0。")
            }
            return HallSetup.GroupLine(
                letter: row["letter"] ?? "", name: row["name"] ?? "", words: row["words"] ?? "",
                organs: words(row["organs"] ?? ""), capacity: capacity)
        }
    }

    static func windows(_ form: FormData) throws -> [Int: [String]] {
        let rows = try form.rows("windows", columns: ["number", "serves"]).map { row -> (Int, [String]) in
            guard let number = Int(row["number"] ?? ""), (1...999).contains(number) else {
                throw DomainError.invalid("windows", "窗口号应为 1 到 999 的整数。")
            }
            return (number, words(row["serves"] ?? ""))
        }
        guard Set(rows.map(\.0)).count == rows.count else {
            throw DomainError.invalid("windows", "同一个窗口号写了两次。")
        }
        return Dictionary(rows, uniquingKeysWith: { $1 })
    }

    static func clerks(_ form: FormData) throws -> [String: [String]] {
        let rows = form.rows("clerks", columns: ["account", "skills"])
        return Dictionary(
            rows.map { ($0["account"] ?? "", words($0["skills"] ?? "")) }, uniquingKeysWith: { $1 })
    }

    private static func words(_ text: String) -> [String] {
        text.split { $0.isWhitespace || "，,、".contains($0) }.map(String.init)
    }
}
