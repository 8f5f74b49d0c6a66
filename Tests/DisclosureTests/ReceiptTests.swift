import Refusals
import Testing
import WorkingTime

@testable import Disclosure

@Suite("收到日（第三十一条）")
struct ReceiptTests {
    private static let now = at("2026-09-18")

    @Test("邮寄的没有日期、日期在以后、过于久远，都登记不了")
    func refused() {
        #expect(throws: DomainError.invalid("received_on", "请填写\("签收之日")。")) {
            try Submission.signedPost.receivedAt(nil, now: Self.now)
        }
        #expect(throws: DomainError.invalid("received_on", "\("与申请人电话确认之日")不能晚于今天。")) {
            try Submission.post.receivedAt(CivilDate(iso: "2026-09-19"), now: Self.now)
        }
        #expect(throws: DomainError.invalid("received_on", "\("双方确认之日")距今超过 \(60) 天，请核对。")) {
            try Submission.fax.receivedAt(CivilDate(iso: "2026-07-01"), now: Self.now)
        }
    }

    @Test("当面提交的为提交之日，签收的为签收之日，网上的要等双方确认")
    func days() throws {
        #expect(try Submission.counter.receivedAt(CivilDate(iso: "2026-01-01"), now: Self.now) == Self.now)
        let signed = try Submission.signedPost.receivedAt(CivilDate(iso: "2026-09-16"), now: Self.now)
        #expect(signed?.day.iso == "2026-09-16")
        #expect(try Submission.web.receivedAt(nil, now: Self.now) == nil)
    }
}

@Suite("信息处理费")
struct FeeTests {
    @Test("件数是负数或者多得不可能，不计算")
    func refused() throws {
        let fees = try DisclosureRules.delivered().fees
        for items in [-1, 10_001, .max] {
            #expect(throws: DomainError.invalid("items", "件数应在 0 到 \(10_000) 之间。")) {
                try fees.yuan(forItems: items)
            }
        }
    }

    @Test(
        "十件以内免费，三十件以内每件一百元，以后每十件每件加一百元",
        arguments: [
            (0, 0), (10, 0), (11, 100), (30, 2_000), (31, 2_200), (40, 4_000), (41, 4_300), (50, 7_000),
        ])
    func amounts(items: Int, yuan: Int) throws {
        #expect(try DisclosureRules.delivered().fees.yuan(forItems: items) == yuan)
    }

    @Test("缴过的不能再登记，过了最后一天才算逾期")
    func payment() throws {
        var fee = FeeNotice(
            id: 1, requestID: 1, items: 11, yuan: 100, issuedAt: at("2026-09-18"), issuedBy: "李敏",
            dueOn: CivilDate(iso: "2026-10-22") ?? .first)
        #expect(!fee.isUnpaid(on: fee.dueOn) && fee.isUnpaid(on: fee.dueOn.adding(days: 1)))
        try fee.pay(at: at("2026-09-20"))
        #expect(!fee.isUnpaid(on: fee.dueOn.adding(days: 1)))
        #expect(throws: DomainError.conflict("这笔费用已经登记缴纳。")) { try fee.pay(at: at("2026-09-21")) }
    }
}
