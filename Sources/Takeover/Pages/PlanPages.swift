import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web

/// Where people say what the departments and roles of the older system are here.
struct PlanPages: Sendable {
    let takeovers: Takeovers

    var routes: [Route] {
        [
            .get(TakeoverPath.plan("{id}"), .may(.readTakeovers), "部门和角色的对应关系") { request, officer in
                .page(try await page(request, officer, nil, []))
            },
            .post(
                TakeoverPath.plan("{id}"), .may(.prepareTakeovers), journal: "takeover.arranged", "保存对应关系"
            ) { try await arrange($0, $1) },
        ]
    }

    private func arrange(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let id = try request.takeoverID
        let form = try await request.form()
        let organs = try await takeovers.database.read { try Directory.organs(in: $0) }
        do {
            let (actor, now) = (officer.actor(request), request.now)
            try await takeovers.change(id, "takeover.arranged", "填写对应关系并试运行", by: actor, at: now) {
                record, _ in
                try record.arrange(record.plan.filled(from: form, organs))
                try record.look()
            }
            return .redirect(to: TakeoverPath.takeover(String(id)))
        } catch DomainError.invalid(let errors) {
            return .page(try await page(request, officer, form, errors), status: .unprocessableContent)
        }
    }

    private func page(
        _ request: WebRequest, _ officer: OfficerContext, _ form: FormData?, _ errors: [FieldError]
    ) async throws -> Page {
        let id = try request.takeoverID
        let (record, organs) = try await takeovers.database.read { tx in
            (try TakeoverStore.find(id, in: tx), try Directory.organs(in: tx))
        }
        guard record.kind == .staff else { throw DomainError.notFound("没有找到这次迁入，可能链接不完整。") }
        return PlanPage(
            record: record, organs: organs, form: form, errors: errors,
            mayChange: officer.may(.prepareTakeovers) && [.read, .tried].contains(record.state),
            token: request.csrf
        ).page
    }
}

extension StaffPlan {
    /// Said of a department that is founded as an organ.
    static let new = "+"

    /// The plan as a form says it.
    ///
    /// - Throws: `invalid` naming every field that is wrong.
    func filled(from form: FormData, _ known: [Organ]) throws -> StaffPlan {
        var (plan, errors) = (self, [FieldError]())
        (plan.organs, plan.founded, plan.posts) = ([:], [:], [:])
        for department in departments {
            guard let chosen = form["organ.\(department.id)"], !chosen.isEmpty else { continue }
            if chosen == Self.new {
                do { try plan.found(department, from: form, known) } catch DomainError.invalid(let wrong) {
                    errors += wrong
                }
            } else if chosen == Self.none || known.contains(where: { $0.key == chosen }) {
                plan.organs[department.id] = chosen
            }
        }
        for role in roles {
            guard let chosen = form["role.\(role.id)"].flatMap(Role.init), Self.givenRoles.contains(chosen)
            else { continue }
            plan.posts[role.id] = chosen.rawValue
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        return plan
    }

    private mutating func found(_ department: OldDepartment, from form: FormData, _ known: [Organ]) throws {
        func entered(_ name: String) -> String { form["\(name).\(department.id)"] ?? "" }
        let new = NewOrgan(
            key: entered("key"), fullName: entered("full"), code: entered("code").uppercased())
        let organ = try new.organ(named: department.name, of: department.id)
        let others = Set(founded.values.flatMap { [$0.key, $0.fullName, $0.code] })
        let isTaken = known.contains {
            $0.key == organ.key || $0.fullName == organ.fullName || $0.code == organ.code
        }
        guard !isTaken, others.isDisjoint(with: [new.key, new.fullName, new.code]) else {
            throw DomainError.invalid("key.\(department.id)", "代号、全称或者统一社会信用代码已有部门使用。")
        }
        organs[department.id] = new.key
        founded[department.id] = new
    }
}
