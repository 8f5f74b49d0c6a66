import Codes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// What whoever keeps the record does: lines, and who has not signed.
struct ClerkPages: Sendable {
    let office: HearingOffice

    var routes: [Route] {
        [
            .post(
                HearingPath.act("{id}", "record"), .may(.recordHearings), journal: "public_hearing.held",
                "开始听证记录"
            ) { request, officer in
                let day = request.now.day
                return try await step(request, officer, .recordHearings, "public_hearing.held", "开始记录，") {
                    one, _, tx in
                    try one.hold(on: day, HearingRules.current(in: tx))
                }
            },
            .post(
                HearingPath.act("{id}", "lines"), .may(.recordHearings),
                journal: "public_hearing.line_written",
                "记录听证发言"
            ) { request, officer in
                let now = request.now
                return try await step(
                    request, officer, .recordHearings, "public_hearing.line_written", "记录一条，"
                ) {
                    one, form, tx in
                    try one.requireLive()
                    guard let kind = form["kind"].flatMap(RecordLine.Kind.init), kind != .question else {
                        throw DomainError.invalid("kind", "请选择发言、答问或者记事。")
                    }
                    let (speaker, words) = (form["speaker"] ?? "", form["words"] ?? "")
                    try RecordLine.check(speaker: speaker, words: words)
                    try RecordStore.append(kind, speaker: speaker, words: words, to: one.id, at: now, in: tx)
                }
            },
            .post(
                HearingPath.act("{id}", "record-closing"), .may(.recordHearings),
                journal: "public_hearing.record_closed", "结束听证记录"
            ) { request, officer in
                let now = request.now
                return try await step(
                    request, officer, .recordHearings, "public_hearing.record_closed", "结束记录，"
                ) {
                    one, _, tx in
                    try one.closeRecord(try RecordStore.lines(of: one.id, in: tx), at: now)
                    try office.tell(
                        try RegistrationStore.signatories(of: one.id, in: tx), one,
                        "「\(one.facts.title)」的笔录已经写好，请看过以后签字。", at: now, in: tx)
                }
            },
            .post(
                HearingPath.act("{id}", "signatures"), .may(.recordHearings),
                journal: "public_hearing.signature_noted", "注明没有签字的原因"
            ) { try await note($0, $1) },
            .post(
                HearingPath.act("{id}", "notes"), .may(.recordHearings),
                journal: "public_hearing.record_annotated", "注明笔录的出入"
            ) { try await annotate($0, $1) },
        ]
    }

    private func step(
        _ request: WebRequest, _ officer: OfficerContext, _ power: Power, _ action: String,
        _ verb: String,
        _ rule: @escaping @Sendable (inout Hearing, FormData, Transaction) throws -> Void
    ) async throws -> WebResponse {
        try await DeskPages(office: office).answer(request, officer) { form in
            try await office.change(request, officer, power, action, verb) { one, _, tx in
                try rule(&one, form, tx)
            }
        }
    }

    /// What was written stays; what is wrong with it is noted after it, and all of it is signed anew: those who took part
    /// sign what they find without fault (确认无误后签字, as 行政许可法 art. 48 has it for its hearings).
    private func annotate(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let now = request.now
        return try await step(
            request, officer, .recordHearings, "public_hearing.record_annotated", "注明笔录的出入，"
        ) {
            one, form, tx in
            try one.requireSigning()
            let (speaker, words) = (RecordLine.annotator, form["words"] ?? "")
            try RecordLine.check(speaker: speaker, words: words)
            try RecordStore.append(.note, speaker: speaker, words: words, to: one.id, at: now, in: tx)
            try one.annotate(try RecordStore.lines(of: one.id, in: tx))
            try RegistrationStore.askAgain(of: one.id, in: tx)
            try office.tell(
                try RegistrationStore.signatories(of: one.id, in: tx), one,
                "「\(one.facts.title)」的笔录加了注明，请看过以后签字；已经签过的，请重新签字。", at: now, in: tx)
        }
    }

    /// Why somebody did not sign. It is the organ's word about them: they are told at once and may still sign.
    private func note(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let now = request.now
        return try await step(
            request, officer, .recordHearings, "public_hearing.signature_noted", "注明没有签字的，"
        ) {
            one, form, tx in
            try one.requireSigning()
            var errors: [FieldError] = []
            let signature = form["signature"].flatMap(Registration.Signature.init)
            if signature == nil || signature == .signed {
                errors.append(FieldError("signature", "请选择缺席或者拒绝签字；签字由本人用自己的账号签。"))
            }
            let reason = form["reason"] ?? ""
            if !(2...200).contains(reason.count) {
                errors.append(FieldError("reason", "请写明原因，2 到 200 字。"))
            }
            // It stands in the public list of those who took part.
            errors += PersonalData.findings(in: reason, names: []).map { FieldError("reason", $0) }
            let own = try RegistrationStore.signatories(of: one.id, in: tx).first {
                String($0.number) == form["number"] && $0.signature == nil
            }
            if own == nil { errors.append(FieldError("number", "请选择还没有签字的参加人。")) }
            guard errors.isEmpty, let own, let signature else { throw DomainError.invalid(errors) }
            try RegistrationStore.sign(own.id, signature, reason: reason, at: now, in: tx)
            try office.tell(
                [own], one,
                "「\(one.facts.title)」的笔录注明您\(signature.chinese)（\(reason)）。与实际不符的，笔录公布以前您仍可以看过笔录签字，或者告诉主办部门。",
                at: now, in: tx)
        }
    }
}
