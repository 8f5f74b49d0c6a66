import HTTPTypes
import HummingbirdTesting
import Refusals
import Services
import Storage
import Synchronization
import Testing
import WorkingTime

@testable import ServiceHall

@Suite("窗口代办：选用扫描件")
struct TrayTests {
    /// What lies before each account.
    private final class Tray: Sendable {
        let files = Mutex<[Int64: [TrayFile]]>([:])

        var counter: CounterTray {
            CounterTray(
                waiting: { account in self.files.withLock { $0[account] ?? [] } },
                take: { file, account, _ in
                    try self.files.withLock { files in
                        guard let index = files[account]?.firstIndex(where: { $0.id == file }) else {
                            throw DomainError.conflict("没有了")
                        }
                        files[account]?.remove(at: index)
                    }
                })
        }
    }

    @Test("只有窗口代办的申请看得到扫描件；选了才算，用过的没有了；自己在网上办的没有")
    func taking() async throws {
        let tray = Tray()
        let hall = try await TestHall.open(tray: tray.counter)
        let file = try await hall.upload(owner: 3)
        let scan = TrayFile(id: file, name: "扫描一.pdf", size: 2_048, receivedAt: .now)
        tray.files.withLock { $0 = [3: [scan], 1: [scan]] }
        let item = try hall.library.service("residence-permit").item
        let material = try #require(item.askedMaterials.first).id
        try await hall.visit { client in
            let clerk = Person("clerk", client)
            let draft = try await begin(clerk, [("applicant", "441299199003071231")])
            let page = try await clerk.get("\(draft)/materials").text
            #expect(page.contains("窗口的扫描件") && page.contains("扫描一.pdf"))
            #expect(page.contains("capture=\"environment\""))
            let none = try await clerk.post("\(draft)/scans", [("material", material)])
            #expect(none.status == .unprocessableContent && none.text.contains("请选择一份扫描件"))
            let strange = try await clerk.post("\(draft)/scans", [("material", "x")])
            #expect(strange.status == .notFound)
            let taken = [("material", material), ("scan.\(material)", String(file))]
            #expect(try await clerk.post("\(draft)/scans", taken).status == .seeOther)
            let after = try await clerk.get("\(draft)/materials").text
            #expect(after.contains("已上传 1 份") && !after.contains("窗口的扫描件"))
            #expect(try await clerk.post("\(draft)/scans", taken).status == .unprocessableContent)
            let zhang = Person("zhangwei", client)
            let own = try await begin(zhang, [])
            let mine = try await zhang.get("\(own)/materials").text
            #expect(!mine.contains("扫描件") && !mine.contains("capture="))
            #expect(try await zhang.post("\(own)/scans", taken).status == .notFound)
        }
    }

    @Test("扫坏的可以当场删除，删除以后没有了；不是自己面前的删不了")
    func thrownAway() async throws {
        let tray = Tray()
        let hall = try await TestHall.open(tray: tray.counter)
        let file = try await hall.upload(owner: 3)
        let scan = TrayFile(id: file, name: "扫坏了.pdf", size: 2_048, receivedAt: .now)
        tray.files.withLock { $0 = [3: [scan], 1: [scan]] }
        try await hall.visit { client in
            let clerk = Person("clerk", client), zhang = Person("zhangwei", client)
            let draft = try await begin(clerk, [("applicant", "441299199003071231")])
            let own = try await begin(zhang, [])
            #expect(try await zhang.post("\(own)/scans/\(file)/removal").status == .notFound)
            #expect(try await clerk.get("\(draft)/materials").text.contains("扫坏了.pdf"))
            #expect(try await clerk.post("\(draft)/scans/x/removal").status == .notFound)
            #expect(try await clerk.post("\(draft)/scans/\(file)/removal").status == .seeOther)
            #expect(try await !clerk.get("\(draft)/materials").text.contains("扫坏了.pdf"))
            #expect(try await clerk.post("\(draft)/scans/\(file)/removal").status == .notFound)
        }
    }

    @Test("回答问题的文件也可以从扫描件里选；已经取走的说明，其他回答照样保存")
    func answering() async throws {
        let tray = Tray()
        let hall = try await TestHall.open(tray: tray.counter)
        let file = try await hall.upload(owner: 3)
        let scan = TrayFile(id: file, name: "门头.pdf", size: 2_048, receivedAt: .now)
        tray.files.withLock { $0 = [3: [scan]] }
        try await hall.visit { client in
            let clerk = Person("clerk", client)
            let draft = try await begin(
                clerk, [("applicant", "441299199003071231")], service: "startup-rent-subsidy")
            let page = "\(draft)/pages/2"
            #expect(try await clerk.get(page).text.contains("或者从窗口的扫描件里选：场地门头的照片"))
            let choice = "scan.form.storefront"
            let taken = try await clerk.fields(page, [("form.landlord", "market"), (choice, String(file))])
            #expect(taken.status != .notFound)
            let shown = try await clerk.get(page).text
            #expect(shown.contains("门头.pdf") && !shown.contains(choice))
            let gone = try await clerk.fields(page, [("form.landlord", "market"), (choice, String(file))])
            #expect(gone.text.contains("已经取用的不能再选"))
        }
    }

    private func begin(_ person: Person, _ more: [(String, String)], service: String = "residence-permit")
        async throws -> String
    {
        let begun = try await person.post("/applications", [("service", service)] + more)
        return String(begun.location.prefix { $0 != "?" }.dropLast("/pages/1".count))
    }
}
