import Cases
import Identity
import Web

/// Something a case waits for has come from outside: the organ in charge hands it in.
struct OutsideMessageAPI: Sendable {
    let changes: CaseChanges

    var routes: [Route] {
        [
            .post(
                APIPath.ofCase("messages"), .staff, journal: "case.message_received", "登记外来消息",
                api: CaseChanges.operation(
                    "receiveMessage", [.init("name", .words(1...200), "消息的名称，如流程图所写")])
            ) { request, officer in
                let input = try await request.json(MessageInput.self)
                return try await changes.change(request, by: officer.signedIn, body: input) {
                    number, matter, occasion in
                    try matter.receive(message: input.name, for: number, on: occasion)
                }
            }
        ]
    }
}

/// What has come.
struct MessageInput: Codable, Sendable {
    let name: String
}
