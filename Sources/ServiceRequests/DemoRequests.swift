import Cases
import Codes
import Identity
import Journal
import Storage
import WorkingTime

extension ServiceRequests {
    /// Requests of every kind, from just said to answered, for the sample district; may run again at any time.
    ///
    /// - Throws: `StorageError`, and what a rule refuses when the delivered rules do not fit the district.
    public func seedDemo() async throws {
        let known = try await office.database.read { tx in
            try tx.row("SELECT id FROM service_request LIMIT 1") != nil
        }
        guard !known else { return }
        for story in DemoRequest.all { try await DemoRequests(office: office).tell(story) }
    }
}

/// One demo story: what is said, and how far it has come.
private struct DemoRequest {
    let author: String
    let category: String
    let kind: String
    let title: String
    let content: String
    let division: String
    var organ: String?
    var answer: String?
    var result: String?
    var point = ""
    var help = AssistanceForm()
    /// Who registers it; nil for the hotline.
    var office: String?
    var isUrgent = false
    /// What its author says of the answer: solved or not, and a grade.
    var said: (solved: String, grade: String)?

    static let all = [
        DemoRequest(
            author: "zhangwei", category: "roads", kind: "help", title: "文明路三盏路灯不亮",
            content: "文明社区服务中心门前三盏路灯不亮，晚上老人出门看不清路，请尽快修复。", division: "441202001",
            organ: "cgj", answer: "路灯线路受潮短路，已更换电缆和灯头，三盏路灯恢复照明；每周巡查一次。",
            point: "112.472100,23.051500"),
        DemoRequest(
            author: "chenjing", category: "sanitation", kind: "complaint", title: "垃圾清运不及时",
            content: "古塔社区后巷的垃圾桶两天没有清运，异味很大。", division: "441202003", organ: "cx",
            answer: "清运公司调整班次漏收，已补收并处罚；后巷改为每天早晚各清运一次。", said: ("yes", "5")),
        DemoRequest(
            author: "chenjing", category: "roads", kind: "help", title: "古塔中路电线垂落人行道",
            content: "大风把一段电线刮落到古塔中路人行道上，行人要绕到车道上走，很危险。", division: "441202003", organ: "cgj",
            isUrgent: true),
        DemoRequest(
            author: "chenjing", category: "conduct", kind: "report", title: "反映窗口收取加急费",
            content: "有人在办事窗口以加急为名私下收取费用，请调查。", division: "441202001", organ: "sfj",
            office: "officer-xfj"),
        DemoRequest(
            author: "zhangwei", category: "noise", kind: "complaint", title: "夜间施工噪音扰民",
            content: "星湖大道工地晚上十一点还在打桩，附近居民无法休息。", division: "441202006", organ: "cgj",
            help: AssistanceForm(organs: ["sthj", "gaj"], question: "工地有没有办理夜间施工许可？请提供监测和处罚情况。")),
        DemoRequest(
            author: "zhangwei", category: "parking", kind: "suggestion", title: "建议小学门口设置接送区",
            content: "上下学时段校门口拥堵，建议划定临时接送停车区。", division: "441202001"),
        DemoRequest(
            author: "chenjing", category: "land", kind: "complaint", title: "征地补偿面积测算有出入",
            content: "旧厂区征收补偿面积与房产证记载相差十五平方米，请求复核测算。", division: "441202005", organ: "zrzy",
            answer: "经现场重新测绘，补偿面积应增加十四点六平方米，补偿款差额将在三十日内拨付。", result: "support", office: "officer-xfj"),
    ]
}

private struct DemoRequests {
    let office: RequestOffice

    func tell(_ story: DemoRequest) async throws {
        var form = RequestForm()
        (form.category, form.kind, form.division) = (story.category, story.kind, story.division)
        (form.title, form.content, form.point) = (story.title, story.content, story.point)
        form.isUrgent = story.isUrgent
        guard let author = try await account(story.author) else { return }
        let number = try await office.file(
            form, of: .account(author), channel: "page", actor: actor(author)
        ).root.number.text
        guard let organ = story.organ else { return }
        let isTicket = story.office == nil
        guard let registrar = try await account(story.office ?? "hotline"),
            let officer = try await account("officer-\(organ)")
        else { return }
        try await office.assign(
            number, to: organ, isFinal: true, asking: story.help,
            reportBy: isTicket ? nil : office.cases.now.day.adding(days: 30), by: actor(registrar),
            as: registrar.viewer)
        guard let answer = story.answer else { return }
        var draft = AnswerForm()
        (draft.words, draft.result) = (answer, story.result ?? "")
        (draft.publicTitle, draft.publicWords, draft.publicAnswer) = (story.title, story.content, answer)
        try await office.draft(draft, for: number, by: actor(officer), as: officer.viewer)
        guard let signatory = try await account(isTicket ? "hotline" : "head-\(organ)") else { return }
        try await sign(number, by: signatory)
        guard let said = story.said else { return }
        try await office.say(
            Assessment(solved: said.solved, grade: said.grade, reason: ""), of: number, by: actor(author),
            as: author.viewer)
    }

    private func sign(_ number: String, by account: Account) async throws {
        try await office.cases.change(number, by: actor(account), as: account.viewer) { matter, occasion in
            guard let task = matter.root.openTasks.first(where: { $0.act == .decide }) else { return }
            try matter.complete(task: task.id, with: Finding(outcome: "sign"), on: occasion)
        }
    }

    private func account(_ name: String) async throws -> Account? {
        let day = office.cases.now.day
        return try await office.database.read { try Accounts.account(named: name, on: day, in: $0) }
    }

    private func actor(_ account: Account) -> Actor { account.actor(channel: "demo", address: "") }
}
