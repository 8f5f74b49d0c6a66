import Refusals
import Testing
import WorkingTime

@testable import Ratings

@Suite("What is done about a bad rating")
struct ReviewRuleTests {
    private let now = Instant(milliseconds: 1_795_233_600_000)

    private func review() -> RatingReview {
        RatingReview(
            id: 1, organ: "scjg", contactDue: now.day.adding(days: 1), correctionDue: now.day.adding(days: 21)
        )
    }

    private func act(_ account: Int64 = 7, _ words: String = "电话核实。") -> RatingReview.Act {
        .init(accountID: account, name: "李敏", at: now, words: words)
    }

    @Test(
        "nothing is put right before somebody has talked to the person, and nobody is called back before that"
    )
    func order() {
        var review = review()
        #expect(throws: DomainError.conflict("请先与评价人联系核实，再填写整改情况。")) {
            try review.correct(act(), callbackDue: now.day)
        }
        #expect(throws: DomainError.conflict("整改以后才能回访。")) { try review.callBack(act(), isSatisfied: true) }
    }

    @Test("each step is done once, and says something")
    func once() throws {
        var review = review()
        #expect(throws: DomainError.invalid("words", "请写明情况，最多 1000 字。")) { try review.contact(act(7, "")) }
        try review.contact(act())
        #expect(throws: DomainError.conflict("这条差评已经联系核实过了。")) { try review.contact(act()) }
    }

    @Test("whoever contests it, or has handled it, does not decide")
    func others() throws {
        var review = review()
        try review.contact(act(7))
        try review.contest(act(8), rulingDue: now.day)
        for account: Int64 in [7, 8] {
            #expect(throws: DomainError.forbidden("提出申诉和办理差评的人不能裁定，请由另一人裁定。")) {
                try review.rule(act(account), isGranted: true)
            }
        }
        #expect(review.isContested)
    }

    @Test("while it is contested nothing else is done, and it is contested once")
    func contested() throws {
        var review = review()
        try review.contest(act(8), rulingDue: now.day)
        #expect(throws: DomainError.conflict("申诉还没有裁定，请等裁定以后再办理。")) { try review.contact(act()) }
        try review.rule(act(9), isGranted: false)
        #expect(throws: DomainError.conflict("这条差评已经申诉过一次。")) {
            try review.contest(act(8), rulingDue: now.day)
        }
        try review.contact(act())
        #expect(review.state == .contacted)
    }

    @Test("what was found wrong is over")
    func excluded() throws {
        var review = review()
        try review.contest(act(8), rulingDue: now.day)
        try review.rule(act(9), isGranted: true)
        #expect(review.state == .excluded && review.next == nil)
        #expect(throws: DomainError.conflict("申诉成立，这条评价不计入，不用再办理。")) { try review.contact(act()) }
    }

    @Test("the whole course ends with what the person says, and is late by the calendar alone")
    func course() throws {
        var review = review()
        #expect(!review.isLate(on: now.day) && review.isLate(on: now.day.adding(days: 2)))
        try review.contact(act())
        try review.correct(act(), callbackDue: now.day.adding(days: 3))
        #expect(review.next?.step == "回访")
        try review.callBack(act(), isSatisfied: false)
        #expect(review.state == .closed && review.isSatisfied == false && !review.isLate(on: .last))
    }
}

@Suite("The code of a visit")
struct VisitCodeTests {
    private let now = Instant(milliseconds: 1_795_233_600_000)

    private func visit() -> VisitCode {
        VisitCode(
            code: "ABCDEFGH23", source: .counter, organ: "zwfw", item: "", place: "3 号窗口",
            expiresAt: now.adding(seconds: 60))
    }

    @Test(
        "anything that is none is none",
        arguments: ["", "ABCDEFGH2", "ABCDEFGH2O", "ABCDEFGH2-", "ABCDEFGH234"])
    func none(_ text: String) { #expect(VisitCode.read(text) == nil) }

    @Test("it is read as people write it, and nobody guesses the next one")
    func read() {
        #expect(VisitCode.read(" abcde-fgh23 ") == "ABCDEFGH23")
        #expect(Set((0..<100).map { _ in VisitCode.random() }).count == 100)
        #expect(VisitCode.read(VisitCode.random()) != nil)
    }

    @Test("it rates once, in time, with a grade that somebody chose: nothing counts as good by itself")
    func once() throws {
        var visit = visit()
        func rate(_ grade: Int?, _ reasons: [String] = [], at now: Instant) throws -> ServiceRating {
            try visit.rate(grade, reasons: reasons, words: "", channel: "code", id: 1, at: now)
        }
        for grade in [nil, 0, 6] {
            #expect(throws: DomainError.invalid("grade", "请从「非常满意」到「非常不满意」中选择一项。")) {
                try rate(grade, at: now)
            }
        }
        #expect(throws: DomainError.invalid("reasons", "请从列出的原因中选择。")) { try rate(5, ["bribe"], at: now) }
        #expect(throws: DomainError.conflict("评价码已过期，不能再评价。")) { try rate(5, at: now.adding(seconds: 60)) }
        #expect(try rate(2, ["slow"], at: now).isBad)
        #expect(throws: DomainError.conflict("您已经评价过了，谢谢。")) { try rate(5, at: now) }
    }
}
