import Cases
import HTTPTypes
import HummingbirdTesting
import Storage
import TestSupport
import Testing

@testable import ServiceRequests

@Suite("诉求的接口：承办单位从自己的系统答复")
struct AnswerAPITests {
    private static let root = "/api/v1/service-requests"

    @Test("拟写答复：只有承办单位，公开的不能带电话，同一个键只写一次，别的单位看不到")
    func answer() async throws {
        let house = try await House()
        let number = try await house.say()
        let path = "\(Self.root)/\(number)/answer"
        let body = #"{"words":"已经更换三盏灯。"}"#
        let citizen = try await house.visit(as: "zhangwei") { try await $0.call(path, body).status }
        let other = try await house.visit(as: "officer-zjj") { try await $0.call(path, body).status }
        #expect(citizen == .forbidden && other == .notFound)
        let early = try await house.visit(as: "officer-cgj") { try await $0.call(path, body).status }
        #expect(early == .notFound)
        try await house.assign(number, to: "cgj", isFinal: false)
        try await house.finish(number, "accept", by: "officer-cgj")
        try await house.visit(as: "officer-cgj") { client async throws in
            let bare = try await client.call(path, #"{"words":" ","is_public":true}"#, key: "0")
            #expect(bare.status == .unprocessableContent)
            for field in ["words", "public_title", "public_words", "public_answer"] {
                #expect(bare.text.contains("\"\(field)\""), "\(field)")
            }
            let telling =
                #"{"words":"已修。","is_public":true,"public_title":"路灯","public_words":"不亮","public_answer":"请拨 13800138000"}"#
            let leak = try await client.call(path, telling, key: "1")
            #expect(leak.status == .unprocessableContent && leak.text.contains("\"public_answer\""))
            let made = try await client.call(path, body, key: "2")
            #expect(made.status == .created && made.text.contains("审核答复"), "\(made.text)")
            #expect(try await client.call(path, body, key: "2").text == made.text)
            #expect(try await client.call(path, body, key: "3").status == .conflict)
        }
    }

    @Test("没有签收就答复的，答复就是签收，两步都有记录；写错了的答复什么也不留下")
    func answeredAtOnce() async throws {
        let house = try await House()
        let number = try await house.say()
        try await house.assign(number, to: "cgj", isFinal: false)
        let path = "\(Self.root)/\(number)/answer"
        try await house.visit(as: "officer-cgj") { client async throws in
            #expect(try await client.call(path, #"{"words":" "}"#, key: "1").status == .unprocessableContent)
            #expect(try await house.subject(number).openTasks.map(\.element) == ["receive"])
            let made = try await client.call(path, #"{"words":"已经更换三盏灯。"}"#, key: "2")
            #expect(made.status == .created && made.text.contains("审核答复"), "\(made.text)")
        }
        let subject = try await house.subject(number)
        let steps = subject.tasks.filter { ["receive", "draft"].contains($0.element) }
        #expect(steps.map(\.outcome) == ["accept", "submit"])
        #expect(steps.allSatisfy { $0.completedBy != nil && $0.completedBy == steps[0].completedBy })
    }

    @Test("信访事项没有决定受理，不能答复")
    func petition() async throws {
        let house = try await House()
        let number = try await house.say { ($0.category, $0.kind) = ("land", "complaint") }
        try await house.assign(number, to: "zrzy", by: "officer-xfj")
        let early = try await house.visit(as: "officer-zrzy") {
            try await $0.call("\(Self.root)/\(number)/answer", #"{"words":"已经处理。","result":"explain"}"#)
        }
        #expect(early.status == .conflict && early.text.contains("不在拟写答复的环节"), "\(early.text)")
    }
}
