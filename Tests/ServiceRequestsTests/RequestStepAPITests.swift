import Cases
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("诉求的接口：受理以后的各步")
struct RequestStepAPITests {
    private static let root = "/api/v1/service-requests"

    @Test("改为紧急：只有受理的单位，要写理由，同一个键只改一次")
    func urgency() async throws {
        let house = try await House()
        let number = try await house.say()
        let path = "\(Self.root)/\(number)/urgency"
        let body = #"{"urgency":"电线掉在人行道上。"}"#
        let citizen = try await house.visit(as: "zhangwei") { try await $0.call(path, body).status }
        #expect(citizen == .forbidden)
        let other = try await house.visit(as: "officer-zjj") { try await $0.call(path, body).status }
        #expect(other == .notFound)
        try await house.visit(as: "hotline") { client async throws in
            let short = try await client.call(path, #"{"urgency":"急"}"#, key: "0")
            #expect(short.status == .unprocessableContent && short.text.contains("\"urgency\""))
            for _ in 0..<2 {
                let made = try await client.call(path, body)
                #expect(made.status == .created && made.text.contains(#""urgent":true"#), "\(made.text)")
            }
            #expect(try await client.call(path, body, key: "2").status == .conflict)
        }
        #expect(try await house.subject(number).isUrgent)
    }

    @Test("办结报告：只有承办单位，同一个键只报一次")
    func report() async throws {
        let house = try await House()
        let number = try await house.say { ($0.category, $0.kind) = ("land", "complaint") }
        try await house.office.assign(
            number, to: "zrzy", isFinal: false,
            reportBy: OwedReport.day("2026-10-08", on: house.clock.now.day), by: house.actor("officer-xfj"),
            as: house.account("officer-xfj").viewer)
        let path = "\(Self.root)/\(number)/report"
        let body = #"{"report":"补偿款已经拨付。"}"#
        let office = try await house.visit(as: "officer-xfj") { try await $0.call(path, body) }
        #expect(office.status == .forbidden && office.text.contains("由承办单位提交办结报告"))
        try await house.visit(as: "officer-zrzy") { client async throws in
            for _ in 0..<2 {
                let made = try await client.call(path, body)
                #expect(
                    made.status == .created && made.text.contains(#""due_on":"2026-10-08""#), "\(made.text)")
                #expect(made.text.contains(#""late":false"#))
            }
            #expect(try await client.call(path, body, key: "2").status == .conflict)
        }
        #expect(try await house.told("officer-xfj").count { $0.contains("办结报告已经提交") } == 1)
    }

    @Test("回访：答复以前不行，要求重办的给出新的编号，同一个键只记一次")
    func callBack() async throws {
        let house = try await House()
        let number = try await house.say()
        let path = "\(Self.root)/\(number)/callback"
        let body = #"{"solved":"again","grade":2,"lack":"还有两盏灯不亮。"}"#
        let early = try await house.visit(as: "hotline") { try await $0.call(path, body).status }
        #expect(early == .conflict)
        try await house.answer(number)
        let other = try await house.visit(as: "officer-cgj") { try await $0.call(path, body).status }
        #expect(other == .forbidden)
        try await house.visit(as: "hotline") { client async throws in
            let vague = try await client.call(path, #"{"solved":"no","grade":9}"#, key: "0")
            #expect(vague.status == .unprocessableContent && vague.text.contains("\"grade\""))
            let made = try await client.call(path, body)
            #expect(made.status == .created && made.text.contains("\"again\":\"4412"), "\(made.text)")
            #expect(try await client.call(path, body).text == made.text)
            #expect(try await client.call(path, body, key: "2").status == .conflict)
        }
        #expect(try await house.many() == 2)
        let solved = try await house.say { $0.title = "建设路路灯不亮" }
        try await house.answer(solved)
        try await house.visit(as: "hotline") { client async throws in
            for _ in 0..<2 {
                let made = try await client.call(
                    "\(Self.root)/\(solved)/callback", #"{"solved":"yes","grade":5}"#, key: "3")
                #expect(made.status == .created && made.text.contains(#""solved":true"#), "\(made.text)")
            }
        }
    }

    @Test("代为请求复查：别的单位不行，同一个键只提一次，第二次说已经提出过")
    func review() async throws {
        let house = try await House()
        let number = try await house.opinion()
        let path = "\(Self.root)/\(number)/review"
        let body = #"{"channel":"visit","dissent":"面积少算了十平方米。"}"#
        let other = try await house.visit(as: "officer-zrzy") { try await $0.call(path, body) }
        #expect(other.status == .forbidden && other.text.contains("由受理的单位代为提出"))
        try await house.visit(as: "officer-xfj") { client async throws in
            let wrong = try await client.call(path, body.replacing("visit", with: "fax"), key: "0")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("\"channel\""))
            let made = try await client.call(path, body)
            #expect(
                made.status == .created && made.text.contains("\"reviews\":\"\(number)\""), "\(made.text)")
            #expect(try await client.call(path, body).text == made.text)
            let twice = try await client.call(path, body, key: "2")
            #expect(twice.status == .conflict && twice.text.contains("已经提出过"))
        }
        #expect(try await house.many() == 2)
    }
}

extension House {
    /// A petition that somebody brought, answered.
    fileprivate func opinion() async throws -> String {
        let number = try await enter(by: "officer-xfj", channel: FilingRecord.visit) {
            ($0.category, $0.kind) = ("land", "complaint")
        }
        try await assign(number, to: "zrzy", isFinal: true, by: "officer-xfj")
        if try await subject(number).openTasks.first?.act == .accept {
            try await finish(number, "accept", by: "officer-zrzy")
        }
        try await draft(number, by: "officer-zrzy") { $0.result = "explain" }
        try await finish(number, "sign", by: "head-zrzy")
        return number
    }
}
