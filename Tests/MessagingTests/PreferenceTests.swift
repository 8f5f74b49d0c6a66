import Refusals
import Testing
import WorkingTime

@testable import Messaging

@Suite("How and when a person wants to be told")
struct PreferenceTests {
    private let day = Post.morning.day

    @Test("what the law demands to be told cannot be switched off by SMS")
    func binding() {
        var preferences = MessagePreferences.delivered
        #expect(throws: DomainError.invalid("kind_service", "「\("依法告知和送达")」的短信不能关闭。")) {
            try preferences.choose([:], quiet: nil)
        }
        #expect(preferences == .delivered)
    }

    @Test("the rest is as the person says")
    func chosen() throws {
        var preferences = MessagePreferences.delivered
        try preferences.choose([.service: [.sms], .security: [.sms], .rating: [.mail]], quiet: nil)
        #expect(preferences.wants(.service, by: .sms) && !preferences.wants(.service, by: .mail))
        #expect(preferences.wants(.rating, by: .mail) && !preferences.wants(.rating, by: .sms))
        #expect(!preferences.wants(.progress, by: .sms) && preferences.quiet == nil)
    }

    @Test(
        "hours that are none, or too many, are refused",
        arguments: [
            ("22", "8:00"), ("24:00", "8:00"), ("22:00", "8:0"), ("9:00", "9:00"), ("8:00", "0:30"), ("", ""),
        ])
    func wrongHours(_ from: String, _ until: String) {
        #expect(throws: DomainError.self) { try QuietHours(from: from, until: until) }
    }

    @Test("what comes at night goes at eight in the morning; what comes by day goes at once")
    func night() {
        func end(_ hour: Int, _ minute: Int = 0) -> Instant? {
            QuietHours.delivered.end(after: Instant(day: day, hour: hour, minute: minute))
        }
        #expect(end(21, 59) == nil && end(8) == nil && end(12) == nil)
        #expect(end(22) == Instant(day: day.adding(days: 1), hour: 8))
        #expect(end(23, 59) == Instant(day: day.adding(days: 1), hour: 8))
        #expect(end(0) == Instant(day: day, hour: 8) && end(7, 59) == Instant(day: day, hour: 8))
    }

    @Test("hours within one day count too")
    func nap() throws {
        let nap = try QuietHours(from: "12:30", until: "14:00")
        #expect(nap.end(after: Instant(day: day, hour: 13)) == Instant(day: day, hour: 14))
        #expect(nap.end(after: Instant(day: day, hour: 14)) == nil)
        #expect(nap.words == "12:30—14:00")
    }

    @Test(
        "what cannot be a mail address, or would smuggle another one in, is refused",
        arguments: [
            "", "a", "a@b", "a@@b.cn", "a b@c.cn", "a@b.cn\r\nRCPT TO:<x@y.cn>", "<a@b.cn>", "a@.cn",
            "陈@b.cn",
        ])
    func wrongAddress(_ text: String) {
        #expect(throws: DomainError.self) { try MailAddress.checked(text) }
    }

    @Test("a code counts for half an hour and five tries")
    func code() throws {
        let now = Post.morning
        var address = try MailAddress.entered("chenjing@example.cn", code: "123456", by: 7, at: now)
        #expect(throws: DomainError.self) { try address.confirm("123456", at: now.adding(seconds: 1_800)) }
        for _ in 0..<5 {
            let isRight = try address.confirm("000000", at: now)
            #expect(!isRight)
        }
        #expect(throws: DomainError.conflict("验证码已失效，请重新获取。")) { try address.confirm("123456", at: now) }
    }
}
