import Cryptography
import Foundation
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The steps of a hearing that heads take.
struct HearingStepPages: Sendable {
    let office: HearingOffice

    private var pages: DeskPages { DeskPages(office: office) }

    var routes: [Route] {
        [
            .post(
                HearingPath.act("{id}", "announcement"), .may(.announceHearings),
                journal: "public_hearing.announced", "公告听证会"
            ) { try await announce($0, $1) },
            .post(
                HearingPath.act("{id}", "drawing"), .may(.announceHearings),
                journal: "public_hearing.drawn",
                "抽签"
            ) { try await draw($0, $1) },
            .post(
                HearingPath.act("{id}", "publication"), .may(.announceHearings),
                journal: "public_hearing.record_published", "公布听证笔录"
            ) { request, officer in
                let now = request.now
                return try await step(request, officer, "public_hearing.record_published", "公布笔录，") {
                    one, _, tx in
                    let signatories = try RegistrationStore.signatories(of: one.id, in: tx)
                    try one.publishRecord(
                        missing: signatories.count { $0.signature == nil },
                        earliest: Hearing.publishable(signatories), at: now)
                }
            },
            .post(
                HearingPath.act("{id}", "decision"), .may(.announceHearings),
                journal: "public_hearing.decided",
                "登记听证后的决定"
            ) { try await decide($0, $1) },
        ] + changes
    }

    func step(
        _ request: WebRequest, _ officer: OfficerContext, _ action: String, _ verb: String,
        _ rule: @escaping @Sendable (inout Hearing, FormData, Transaction) throws -> Void
    ) async throws -> WebResponse {
        try await pages.answer(request, officer) { form in
            try await office.change(request, officer, .announceHearings, action, verb) { one, _, tx in
                try rule(&one, form, tx)
            }
        }
    }

    private func announce(_ request: WebRequest, _ officer: OfficerContext) async throws
        -> WebResponse
    {
        let day = request.now.day
        let seed = try Randomness.bytes(32).map { String(format: "%02x", $0) }.joined()
        return try await pages.answer(request, officer) { _ in
            try await office.change(
                request, officer, .announceHearings, "public_hearing.announced", "公告"
            ) { one, actor, tx in
                try one.announce(
                    by: actor, on: day, digest: Draw.digest(of: seed), HearingRules.current(in: tx))
                try HearingStore.keepSecret(seed, of: one.id, in: tx)
            }
        }
    }

    private func draw(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let now = request.now
        return try await step(request, officer, "public_hearing.drawn", "抽签并公布参加人名单，") { one, _, tx in
            let drawn = try Registering.draw(&one, at: now, in: tx)
            try office.tell(
                drawn.filter { $0.state == .chosen }, one,
                "您被抽为「\(one.facts.title)」的参加人，请于\(one.facts.startsAt.chinese)到\(one.facts.place)参加。",
                at: now, in: tx)
            try office.tell(
                drawn.filter { $0.state == .reserve }, one, "「\(one.facts.title)」已经抽签，您在递补名单里。", at: now,
                in: tx)
        }
    }

    private func decide(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let now = request.now
        return try await step(request, officer, "public_hearing.decided", "登记决定，") { one, form, tx in
            let numbers = (form["lines"] ?? "").split { !$0.isNumber && !$0.isLetter }.map {
                Int32($0).map(Int.init) ?? 0
            }
            let decision = Hearing.Decision(
                title: form["title"] ?? "", taken: form["taken"] ?? "", lines: Array(Set(numbers)).sorted(),
                on: now.day)
            try one.decide(decision, lines: Set(try RecordStore.lines(of: one.id, in: tx).map(\.number)))
            let chosen = try RegistrationStore.chosen(of: one.id, in: tx)
            try office.tell(
                chosen, one, "您参加过的「\(one.facts.title)」已作出决定：\(decision.title)。", at: now, in: tx)
        }
    }
}
