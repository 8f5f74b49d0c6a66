import Cases
import Codes
import Journal
import Testing

@Suite("At the counter")
struct CounterTests {
    @Test("a clerk acts for nobody who filed online")
    func online() throws {
        let story = try Story(.drainage)
        let refused = refusal { try story.change(by: .clerk) { try $0.withdraw(reason: "", on: $1) } }
        #expect(refused == .forbidden("只有申请人可以撤回申请。"))
    }

    @Test(
        "an officer, or a clerk of another place, does not act for the applicant",
        arguments: [Actor.liMin, .post("clerk", at: "cx"), .post("officer", at: "zwfw")])
    func notAClerk(actor: Actor) throws {
        let story = try Story(.drainage, of: .zhangWeiAtTheCounter, by: .clerk, channel: FilingRecord.counter)
        try story.complete(.accept, "supplement", opinion: "缺制度")
        #expect(refusal { try story.supply(by: actor) } == .forbidden("「补正材料」由其他岗位办理，您不能代为处理。"))
    }

    @Test("the clerk who filed does not rate the service in the applicant's place")
    func rating() throws {
        let story = try Story(
            .drainage, of: .zhangWeiAtTheCounter, by: .clerk, channel: FilingRecord.counter)
        try story.goOn()
        let number = story.root.number.text
        let refused = refusal {
            try story.change(by: .clerk) { try $0.rate(number, grade: 5, comment: nil, on: $1) }
        }
        #expect(refused == .forbidden("只有申请人可以评价。"))
    }

    @Test("any clerk of the hall goes on with what a colleague took in")
    func anotherClerk() throws {
        let story = try Story(.drainage, of: .zhangWeiAtTheCounter, by: .clerk, channel: FilingRecord.counter)
        let colleague = Actor(
            accountID: 60, name: "王国强", organ: "zwfw", roles: ["clerk"], channel: "page", address: "")
        try story.complete(.accept, "supplement", opinion: "缺制度")
        try story.supply(by: colleague)
        #expect(story.root.filing.filedBy == "梁小雯")
        #expect(story.root.applicant.name == "张伟")
        #expect(story.root.openTasks.map(\.act) == [.recheck])
    }

    @Test("the clerk of the street office acts for those who came there")
    func street() throws {
        let clerk = Actor.post("clerk", at: "cd")
        let story = try Story(
            .allowance, of: .zhangWeiAtTheCounter, by: clerk, channel: FilingRecord.counter, street: "cd")
        try story.complete(.accept, "supplement", opinion: "缺制度")
        #expect(refusal { try story.supply(by: .post("clerk", at: "cx")) } != nil)
        try story.supply(by: clerk)
        #expect(story.root.openTasks.map(\.act) == [.recheck])
    }
}
