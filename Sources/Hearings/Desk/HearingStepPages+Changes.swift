import Codes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// What heads change between the announcement and the day.
extension HearingStepPages {
    var changes: [Route] {
        [
            .post(
                HearingPath.act("{id}", "postponement"), .may(.announceHearings),
                journal: "public_hearing.postponed", "听证会改期"
            ) { try await postpone($0, $1) },
            .post(
                HearingPath.act("{id}", "cancellation"), .may(.announceHearings),
                journal: "public_hearing.cancelled", "取消听证会"
            ) { try await cancel($0, $1) },
            .post(
                HearingPath.act("{id}", "replacement"), .may(.announceHearings),
                journal: "public_hearing.place_freed", "参加人递补"
            ) { try await replace($0, $1) },
        ]
    }

    private func postpone(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let now = request.now
        return try await step(request, officer, "public_hearing.postponed", "改期，") { one, form, tx in
            guard let time = FactsForm.time(form) else {
                throw DomainError.invalid("starts_on", "请填写新的日期和时间，时间如 09:30。")
            }
            let (before, why, until) = (one.facts.startsAt, form["reason"] ?? "", try Self.registerBy(form))
            try one.postpone(
                to: time, registerBy: until, why: why, on: now.day, HearingRules.current(in: tx))
            let longer = until.map { "报名延长到\($0.chinese)。" } ?? ""
            try HearingMaterial(
                title: "改期通知", words: "原定\(before.chinese)，改到\(time.chinese)。\(longer)理由：\(why)",
                publishedAt: now
            ).insert(of: one.id, in: tx)
            try office.tell(
                try waiting(for: one, in: tx), one,
                "您报名的「\(one.facts.title)」由\(before.chinese)改到\(time.chinese)。理由：\(why)", at: now, in: tx)
        }
    }

    /// Throws `invalid` for a day that cannot be read.
    private static func registerBy(_ form: FormData) throws -> CivilDate? {
        guard let text = form["register_by"], !text.isEmpty else { return nil }
        guard let day = CivilDate(iso: text) else {
            throw DomainError.invalid("register_by", "请填写日期，不延长报名的空着。")
        }
        return day
    }

    private func cancel(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let now = request.now
        return try await step(request, officer, "public_hearing.cancelled", "取消") { one, form, tx in
            let why = form["cancel_reason"] ?? ""
            try one.cancel(why: why, on: now.day)
            try office.tell(
                try waiting(for: one, in: tx), one, "您报名的「\(one.facts.title)」已取消，不再举行。理由：\(why)", at: now,
                in: tx)
        }
    }

    private func replace(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let now = request.now
        return try await step(request, officer, "public_hearing.place_freed", "登记不能到场的参加人，") {
            one, form, tx in
            try one.requireList()
            var errors: [FieldError] = []
            let why = Masking.numbers(in: form["gone_reason"] ?? "")
            if !(2...200).contains(why.count) {
                errors.append(FieldError("gone_reason", "请写明为什么不能到场，2 到 200 字，会公布在名单里。"))
            }
            let own = try RegistrationStore.chosen(of: one.id, in: tx).first {
                String($0.number) == form["gone"]
            }
            if own == nil { errors.append(FieldError("gone", "请选择名单上的参加人。")) }
            guard errors.isEmpty, let own else { throw DomainError.invalid(errors) }
            try Registering(office: office).free(own, why: why, of: one, at: now, in: tx)
            try office.tell(
                [own], one, "主办部门登记了您不能参加「\(one.facts.title)」：\(why)。与事实不符的，请告诉主办部门。", at: now, in: tx)
        }
    }

    /// Everybody who has registered and not given up.
    private func waiting(for one: Hearing, in tx: Transaction) throws -> [Registration] {
        try RegistrationStore.all(of: one.id, in: tx).filter { $0.state != .withdrawn }
    }
}
