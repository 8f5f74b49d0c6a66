import Identity
import Journal
import Storage
import WorkingTime

extension Surveys {
    /// One survey that runs and one that is over, for the sample district; may run again at any time.
    public static func seedDemo(into database: Database, at now: Instant) async throws {
        try await database.write { tx in
            try tx.exclude("demo-surveys")
            guard try SurveyStore.published(after: nil, in: tx).items.isEmpty,
                let writer = try Accounts.account(named: "officer-mzj", on: now.day, in: tx),
                let head = try Accounts.account(named: "head-mzj", on: now.day, in: tx)
            else { return }
            let demo = DemoSurveys(
                writer: writer.actor(channel: "demo", address: "", organ: "mzj"),
                head: head.actor(channel: "demo", address: "", organ: "mzj"), today: now.day)
            try demo.over(in: tx)
            try demo.running(in: tx)
        }
        try await Closing(database: database).run(at: now)
    }
}

private struct DemoSurveys {
    let writer: Actor
    let head: Actor
    let today: CivilDate

    func running(in tx: Transaction) throws {
        let facts = Survey.Facts(
            title: "长者饭堂就餐需求调查", purpose: "明年要在四个街道增设长者饭堂。想知道哪里最需要、几点开餐合适，结果用来定点位和时间。",
            opensOn: today.adding(days: -10), closesOn: today.adding(days: 20), quotas: [.young: 200])
        let survey = try publish(
            facts,
            [
                try SurveyQuestion(
                    key: "q1", kind: .one, words: "您住在哪个街道？", options: ["城东街道", "城西街道", "黄岗街道", "睦岗街道"],
                    isRequired: true),
                try SurveyQuestion(
                    key: "q2", kind: .several, words: "家里的老人哪几餐需要在饭堂吃？", options: ["早餐", "午餐", "晚餐", "都不需要"],
                    isRequired: true),
                try SurveyQuestion(
                    key: "q3", kind: .scale, words: "您对现有长者饭堂的饭菜打几分？", options: [], isRequired: false),
                try SurveyQuestion(key: "q4", kind: .text, words: "您还有什么建议？", options: [], isRequired: false),
            ], in: tx)
        for turn in 0..<34 { try answer(survey, turn, ["q1": [turn % 4 + 1], "q2": [turn % 3 + 1]], in: tx) }
    }

    /// Closed by the job that closes what is over.
    func over(in tx: Transaction) throws {
        let facts = Survey.Facts(
            title: "社区服务中心开放时间调查", purpose: "想知道大家什么时候来社区服务中心方便，结果用来调整周末和晚上的值班。",
            opensOn: today.adding(days: -60), closesOn: today.adding(days: -1), quotas: [:])
        let survey = try publish(
            facts,
            [
                try SurveyQuestion(
                    key: "q1", kind: .one, words: "您希望延长哪个时段？", options: ["工作日晚上", "周六", "周日", "不用延长"],
                    isRequired: true),
                try SurveyQuestion(
                    key: "q2", kind: .scale, words: "您对现在的开放时间打几分？", options: [], isRequired: true),
            ], in: tx)
        for turn in 0..<61 {
            try answer(survey, turn, ["q1": [turn % 7 % 4 + 1], "q2": [turn % 9 % 3 + 3]], in: tx)
        }
    }

    private func publish(_ facts: Survey.Facts, _ questions: [SurveyQuestion], in tx: Transaction) throws
        -> Survey
    {
        var survey = try Survey.begin(facts, id: tx.ids.next(), organ: "mzj", by: writer)
        for question in questions { try survey.put(question, seen: survey.revision, by: writer) }
        try survey.publish(by: head, on: facts.opensOn)
        try SurveyStore.insert(survey, in: tx)
        try SurveyStore.update(survey, in: tx)
        try SurveyStore.giveSecret(to: survey.id, in: tx)
        return survey
    }

    private func answer(_ survey: Survey, _ turn: Int, _ chosen: [String: [Int]], in tx: Transaction) throws {
        let band = AgeBand.allCases[turn % AgeBand.allCases.count]
        try AnswerStore.count(band, survey, in: tx)
        try AnswerStore.insert(chosen.mapValues { $0.map(String.init) }, band, survey.id, in: tx)
    }
}
