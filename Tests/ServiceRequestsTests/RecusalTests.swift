import Cases
import Codes
import Government
import Identity
import Journal
import Refusals
import Storage
import Synchronization
import TestSupport
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("被反映的单位的人")
struct RecusalTests {
    private func accusing(_ organ: String, in house: House) async throws -> String {
        try await house.say {
            ($0.category, $0.kind, $0.against) = ("conduct", "report", organ)
            ($0.title, $0.content) = ("工作人员收受红包", "某月某日在办公室收受红包。")
        }
    }

    @Test("看全区办件的岗位设在被反映的单位，也看不到；设在别的单位的看得到，反映人看得到自己的")
    func districtPosts() async throws {
        let house = try await House()
        let number = try await accusing("zfb", in: house)
        let leader = try await house.account("leader").viewer
        let other = Viewer.officer(id: 2, organs: ["sfj"], roles: [.leader], seesDistrict: true)
        for _ in 1...2 {
            let hidden = await refusal { _ = try await house.office.view(number, for: leader) }
            #expect(hidden == "没有找到这个办件，或者您无权查看。")
            let blind = await refusal { _ = try await house.cases.standing(number, for: leader) }
            #expect(blind == hidden)
        }
        _ = try await house.office.view(number, for: other)
        _ = try await house.office.view(number, for: house.account("zhangwei").viewer)
        try await house.assign(number, to: "cgj", by: "officer-xfj")
        try await house.merge(["zfb"], into: "sfj")
        let heir = await refusal { _ = try await house.office.view(number, for: other) }
        #expect(heir == "没有找到这个办件，或者您无权查看。")
        let still = await refusal { _ = try await house.office.view(number, for: leader) }
        #expect(still == heir)
    }

    @Test("反映自己单位的工作人员，自己的看得到")
    func ownOrgan() async throws {
        let house = try await House()
        let form = House.form {
            ($0.category, $0.kind, $0.against) = ("conduct", "report", "zjj")
            ($0.title, $0.content) = ("领导收受红包", "某月某日在办公室收受红包。")
        }
        let account = try await house.account("officer-zjj")
        let number = try await house.office.file(
            form, of: .account(account), channel: "page", actor: house.actor("officer-zjj")
        ).root.number.text
        _ = try await house.office.view(number, for: account.viewer)
        let head = try await house.account("head-zjj").viewer
        let colleague = await refusal { _ = try await house.office.view(number, for: head) }
        #expect(colleague == "没有找到这个办件，或者您无权查看。")
    }

    @Test("电话里检举的：接电话的人是被反映的单位的，登记以后再看不到；来电只记登记过，不记是哪一件")
    func calls() async throws {
        let house = try await House()
        let told = Mutex<[Int64: String]>([:])
        var office = house.office
        office.aid = DeskAid(conclude: { call, ticket, _, _ in told.withLock { $0[call] = ticket } })
        let form = House.form {
            ($0.category, $0.kind, $0.against, $0.call) = ("conduct", "report", "zwfw", "7")
            ($0.title, $0.content) = ("窗口人员收受红包", "某月某日在窗口收受红包。")
        }
        let subject = try await office.file(
            form, of: .caller(name: "何秀英", phone: "13911112222"), channel: FilingRecord.call,
            actor: house.actor("hotline")
        ).root
        #expect(subject.said(.call).isEmpty && told.withLock { $0 } == [7: ""])
        let agent = try await house.account("hotline").viewer
        let hidden = await refusal { _ = try await house.office.view(subject.number.text, for: agent) }
        #expect(hidden == "没有找到这个办件，或者您无权查看。")
        let unnamed = try await office.file(
            House.form {
                ($0.category, $0.kind, $0.isAnonymous, $0.call) = ("safety", "report", true, "8")
            }, of: .nobody, channel: FilingRecord.call, actor: house.actor("hotline")
        ).root
        #expect(unnamed.said(.call).isEmpty && told.withLock { $0 }[8] == "")
    }
}

@Suite("建议意见、检举控告的答复")
struct ReplyTests {
    private func answered(_ category: String, in house: House) async throws -> Case {
        let number = try await house.say {
            ($0.category, $0.kind) = (category, category == "land" ? "complaint" : "report")
        }
        try await house.assign(number, to: "sfj", by: "officer-xfj")
        try await house.finish(number, "accept", by: "officer-sfj")
        return try await house.subject(number)
    }

    @Test("不用选支持不支持，不写复查的途径，也不能请求复查（信访工作条例第二十九条、第三十条）")
    func withoutOpinion() async throws {
        let house = try await House()
        let subject = try await answered("conduct", in: house)
        try await house.draft(subject.number.text, by: "officer-sfj") { $0.isPublic = false }
        try await house.finish(subject.number.text, "sign", by: "head-sfj")
        let ended = try await house.subject(subject.number.text)
        let words = ended.documents.flatMap(\.paragraphs).joined()
        #expect(ended.documents.map(\.title) == ["信访事项答复书"] && !words.contains("复查"), "\(words)")
        #expect(!words.contains("处理意见"))
        let review = await refusal {
            _ = try await house.office.askReview(
                of: subject.number.text, because: "没有查清楚。", for: nil, by: house.actor("zhangwei"),
                as: house.account("zhangwei").viewer)
        }
        #expect(review == "建议、检举控告没有复查复核的程序。")
    }

    @Test("申诉求决的要选，少了不行")
    func withOpinion() async throws {
        let house = try await House()
        let subject = try await answered("land", in: house)
        let said = await refusal { try await house.draft(subject.number.text, by: "officer-sfj") }
        #expect(said?.contains("请选择支持、解释说明或者不支持。") == true)
    }
}
