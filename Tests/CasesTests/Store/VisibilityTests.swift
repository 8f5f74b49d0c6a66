import Codes
import Identity
import Journal
import Storage
import Testing

@testable import Cases

/// Who looks, and what of the four cases they see: the whole (`all`), its items by organ, and 张伟's own case.
private let matrix: [(who: String, viewer: Viewer, sees: Set<String>)] = [
    ("everyone", .everyone, []),
    ("陈静, who filed", .chenJing, ["all", "scjg", "wsjk", "zjj", "xfjy"]),
    (
        "another agent of her enterprise", .account(id: 9, person: nil, entities: [Applicant.xinghu.code]),
        ["all", "scjg", "wsjk", "zjj", "xfjy"]
    ),
    (
        "an agent for some services, who did not file it",
        .account(id: 9, person: nil, entities: [], agencies: [Applicant.xinghu.code]), []
    ),
    ("张伟", .zhangWei, ["own"]),
    ("a citizen who owns nothing", .account(id: 8, person: 88, entities: []), []),
    ("the lead organ", .post(.officer, at: "scjg"), ["all", "scjg", "wsjk", "zjj", "xfjy"]),
    ("an item's organ, which also decides 张伟's case", .post(.head, at: "zjj"), ["all", "zjj", "own"]),
    ("an item's organ", .post(.officer, at: "xfjy"), ["all", "xfjy"]),
    ("an organ that is not concerned", .post(.officer, at: "gaj"), []),
    ("the hall, which accepts 张伟's case", .post(.clerk, at: "zwfw"), ["own"]),
    ("an administrator of the hall", .post(.sysadmin, at: "zwfw"), []),
    ("a deputy", .post(.deputy, at: "rd"), []),
    ("the leader", .post(.leader, at: "zfb"), ["all", "scjg", "wsjk", "zjj", "xfjy", "own"]),
    ("the supervisor", .post(.supervisor, at: "jw"), ["all", "scjg", "wsjk", "zjj", "xfjy", "own"]),
    ("the platform", .system, ["all", "scjg", "wsjk", "zjj", "xfjy", "own"]),
]

@Suite("Who sees what")
struct VisibilityTests {
    /// 陈静's restaurant and 张伟's drainage permit, by the names of the matrix.
    private func filed(on stage: Stage) async throws -> [String: String] {
        let restaurant = try await stage.file(.restaurant)
        let own = try await stage.file(.drainage, of: .zhangWei, by: .zhangWei).root.number.text
        let items = restaurant.children.map { ($0.plan.organ, $0.number.text) }
        return Dictionary(uniqueKeysWithValues: items)
            .merging(["all": restaurant.root.number.text, "own": own]) { first, _ in first }
    }

    @Test("in lists and by number: what one may not see does not exist")
    func matrixHolds() async throws {
        let stage = try await Stage()
        let numbers = try await filed(on: stage)
        for (who, viewer, sees) in matrix {
            let listed = try await stage.cases.list(CaseFilter(), for: viewer, after: nil).items.map(\.number)
            #expect(Set(listed) == Set(sees.compactMap { numbers[$0] }), "\(who)")
            for (name, number) in numbers {
                let refused = await refusal { try await stage.cases.view(number, for: viewer) }
                let expected = sees.contains(name) ? nil : Refused.notFound("没有找到这个办件，或者您无权查看。")
                #expect(refused == expected, "\(who): \(name)")
            }
        }
    }

    @Test("who filed it sees it while they are the enterprise's agent, and nothing of it afterwards")
    func endedMandate() async throws {
        let stage = try await Stage()
        let matter = try await stage.file(.restaurant)
        let (number, file) = (matter.root.number.text, matter.root.materials[0].fileID)
        let (id, cases) = (matter.root.filing.accountID, stage.cases)
        let agent = Viewer.account(id: id, person: nil, entities: [], agencies: [Applicant.xinghu.code])
        var numbered = CaseFilter()
        numbered.text = number
        let former = Viewer.account(id: id, person: nil, entities: [])
        let elsewhere = Viewer.account(id: id, person: nil, entities: ["91441202MA4W99999X"])
        #expect(try await cases.list(CaseFilter(), for: agent, after: nil).items.count == 5)
        #expect(try await cases.matterNumber(ofFile: file, for: agent) != nil)
        for viewer in [former, elsewhere] {
            #expect(try await cases.list(CaseFilter(), for: viewer, after: nil).items.isEmpty)
            #expect(try await cases.list(numbered, for: viewer, after: nil).items.isEmpty)
            #expect(try await cases.matterNumber(ofFile: file, for: viewer) == nil)
            let refused = await refusal { try await cases.view(number, for: viewer) }
            #expect(refused == .notFound("没有找到这个办件，或者您无权查看。"))
        }
    }

    @Test("a change of what one may not see finds nothing, whether it exists or not")
    func unseenChange() async throws {
        let stage = try await Stage()
        let number = try await filed(on: stage)["own"] ?? ""
        let task = try await stage.cases.matter(number, for: .system).root.tasks[0].id
        let stranger = Viewer.post(.officer, at: "gaj")
        for unseen in [task, 4711] {
            let refused = await refusal {
                try await stage.cases.change(task: unseen, by: .post("officer", at: "gaj"), as: stranger) {
                    try $0.claim(task: unseen, on: $1)
                }
            }
            #expect(refused == .notFound("没有找到这个任务。"))
        }
    }

    @Test("a person sees what a clerk filed for them")
    func filedAtTheCounter() async throws {
        let stage = try await Stage()
        let number = try await stage.file(
            .drainage, of: .zhangWeiAtTheCounter, by: .clerk, channel: FilingRecord.counter
        ).root.number.text
        #expect(try await stage.cases.view(number, for: .zhangWei).subject.number.text == number)
    }

    @Test("files go with the case, also to the organs of its items, and to nobody else")
    func materials() async throws {
        let stage = try await Stage()
        let file = try await stage.file(.restaurant).root.materials[0].fileID
        for viewer in [
            Viewer.chenJing, .post(.officer, at: "zjj"), .post(.head, at: "wsjk"), .post(.leader, at: "zfb"),
        ] {
            #expect(try await stage.cases.matterNumber(ofFile: file, for: viewer) != nil)
        }
        for viewer in [Viewer.everyone, .zhangWei, .post(.officer, at: "gaj"), .post(.sysadmin, at: "zwfw")] {
            #expect(try await stage.cases.matterNumber(ofFile: file, for: viewer) == nil)
        }
    }

    @Test("progress needs the number and the code of the receipt; either wrong looks the same")
    func receipt() async throws {
        let stage = try await Stage()
        let mine = try await stage.file(.restaurant).root
        let other = try await stage.file(.drainage).root
        let view = try await stage.cases.progress(mine.number.text, code: mine.queryCode)
        #expect(view.history.allSatisfy { $0.entry.isPublic })
        #expect(view.visibleChildren.isEmpty)
        for (number, code) in [
            (mine.number.text, other.queryCode), (mine.number.text, ""), ("4412", mine.queryCode),
        ] {
            let refused = await refusal { try await stage.cases.progress(number, code: code) }
            #expect(refused == .notFound("编号或查询码不对，请核对回执上的内容。"))
        }
    }
}

@Suite("The history")
struct HistoryTests {
    /// 李敏 hands her task of the food licence on, which concerns only her own bureau.
    private func handedOn(on stage: Stage) async throws -> String {
        let number = try await stage.file(.restaurant).root.number.text
        let matter = try await stage.goOn(number, until: .review)
        let review = try #require(matter.children.first?.openTasks.first?.id)
        try await stage.change(number, by: .liMin) {
            try $0.transfer(task: review, to: Colleague(.liMinsColleague), reason: "出差", on: $1)
        }
        return number
    }

    @Test(
        "keeps one organ's internal lines from the other organs and from the applicant",
        arguments: [Viewer.chenJing, .post(.officer, at: "zjj")])
    func internalLines(viewer: Viewer) async throws {
        let stage = try await Stage()
        let number = try await handedOn(on: stage)
        let lines = try await stage.cases.view(number, for: viewer).history
        #expect(!lines.contains { $0.entry.action == "task.transferred" })
        #expect(lines.contains { $0.entry.action == "case.dispatched" })
    }

    @Test(
        "shows the organ in charge everything, oldest first",
        arguments: [Viewer.post(.officer, at: "scjg"), .post(.supervisor, at: "jw")])
    func everything(viewer: Viewer) async throws {
        let stage = try await Stage()
        let number = try await handedOn(on: stage)
        let lines = try await stage.cases.view(number, for: viewer).history
        #expect(lines.first?.entry.action == "case.submitted")
        #expect(lines.last?.entry.action == "task.transferred")
    }
}
