import Refusals
import Testing
import WorkingTime

@testable import Identity

@Suite("自助终端登录：规则") struct KioskSignInTests {
    private let now = Instant(milliseconds: 1_795_226_400_000)
    private let zhang = Account(
        id: 1, name: "zhangwei", displayName: "张伟", personID: nil, posts: [], entities: [])

    private var waiting: KioskSignIn {
        KioskSignIn(
            id: 9, kiosk: "政务大厅一号终端", createdAt: now,
            expiresAt: now.adding(seconds: KioskSignIn.lifeSeconds))
    }

    @Test("工作人员不能在自助终端登录")
    func staff() {
        var signIn = waiting
        let officer = Account(
            id: 2, name: "li", displayName: "李敏", personID: nil,
            posts: [Post(organ: "scjg", role: .officer)], entities: [])
        #expect(throws: DomainError.forbidden("工作人员账号不能在自助终端上登录。")) {
            try signIn.confirm(by: officer, at: now)
        }
    }

    @Test("三分钟之后、第二个人、没有人确认：都不行")
    func over() throws {
        var late = waiting
        #expect(throws: KioskSignIn.over) { try late.confirm(by: zhang, at: now.adding(seconds: 180)) }
        #expect(throws: KioskSignIn.over) { try late.collect(at: now) }
        var taken = waiting
        try taken.confirm(by: zhang, at: now)
        #expect(throws: KioskSignIn.over) { try taken.confirm(by: zhang, at: now) }
        #expect(throws: KioskSignIn.over) { try taken.collect(at: now.adding(seconds: 180)) }
    }

    @Test("确认之后，终端领取一次，只有一次")
    func once() throws {
        var signIn = waiting
        try signIn.confirm(by: zhang, at: now)
        #expect(try signIn.collect(at: now) == 1)
        #expect(throws: KioskSignIn.over) { try signIn.collect(at: now) }
    }

    @Test("登录码不含容易看错的字符，写法宽松", arguments: ["", "ABCD", "ABCD-EFG0", "ABCD-EFGI", "ABCDEFGHJ"])
    func codes(text: String) {
        #expect(KioskCode(text) == nil)
        let code = KioskCode.random()
        #expect(KioskCode(code.text.lowercased())?.hash == code.hash)
    }
}
