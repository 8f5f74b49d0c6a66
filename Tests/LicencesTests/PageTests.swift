import Cases
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Modules
import NIOCore
import Storage
import Testing
import Web
import WorkingTime

@testable import Licences

@Suite("证照的页面")
struct PageTests {
    private let house: House

    init() async throws { house = try await House() }

    private static func officer(_ role: Role, at organ: String, id: Int64) -> Account {
        Account(
            id: id, name: "\(role.rawValue)-\(organ)", displayName: "李敏", personID: nil,
            posts: [Post(organ: organ, role: role)], entities: [])
    }

    private static let accounts = [
        "officer": officer(.officer, at: "scjg", id: 11), "head": officer(.head, at: "scjg", id: 12),
        "other": officer(.head, at: "zjj", id: 13), "sysadmin": officer(.sysadmin, at: "zwfw", id: 9),
        "zhangwei": Account(
            id: 2, name: "zhangwei", displayName: "张伟", personID: nil, posts: [], entities: []),
    ]

    private func get(_ path: String, as name: String?) async throws -> (HTTPResponse.Status, String) {
        let routes = try house.licences.module().routes
        let settings = WebSettings()
        let router = makeRouter(routes: routes, settings: settings) { request in
            request.header("X-Account").flatMap { Self.accounts[$0] }.map {
                SignedIn(account: $0, sessionID: $0.name)
            }
        }
        var headers: HTTPFields = [:]
        if let name, let field = HTTPField.Name("X-Account") { headers[field] = name }
        return try await Application(router: router).test(.router) { [headers] client in
            let response = try await client.execute(uri: path, method: .get, headers: headers)
            return (response.status, String(buffer: response.body))
        }
    }

    @Test("别的部门看不到这份证照，居民进不了工作台")
    func invisible() async throws {
        let licence = try await house.issue()
        #expect(try await get(LicencePath.kept(String(licence.id)), as: "other").0 == .notFound)
        #expect(try await get(LicencePath.desk, as: "zhangwei").0 == .forbidden)
        #expect(try await get(LicencePath.kept("abc"), as: "head").0 == .notFound)
    }

    @Test("经办人看得到证照，能暂停，不能审定；查看个人的证照留下记录")
    func officer() async throws {
        let licence = try await house.issue()
        let (status, text) = try await get(LicencePath.kept(String(licence.id)), as: "officer")
        #expect(status == .ok && text.contains("张伟") && text.contains("暂停证照"))
        let read = try await house.database.read {
            try $0.count("SELECT count(*) FROM journal_entry WHERE action = 'licence.read' /* all */")
        }
        #expect(read == 1)
    }

    @Test("列表里隐去姓名，可以按持有人的号码找到")
    func list() async throws {
        _ = try await house.issue()
        let (_, text) = try await get("\(LicencePath.desk)?q=441299199003071231", as: "officer")
        #expect(text.contains("张*") && !text.contains("张伟"))
        #expect(try await get("\(LicencePath.desk)?q=441299198511152041", as: "officer").1.contains("没有找到"))
    }

    @Test("没有验证码，什么也问不出来")
    func standing() async throws {
        let licence = try await house.issue()
        let path = "/api/v1/licences/\(licence.number)/standing"
        #expect(try await get(path, as: nil).0 == .notFound)
        #expect(try await get("\(path)?code=AAAAAAAAAAAAAAAA", as: nil).0 == .notFound)
        let (status, text) = try await get("\(path)?code=\(licence.verificationCode)", as: nil)
        #expect(status == .ok && text.contains("\"standing\":\"valid\"") && !text.contains("张"))
    }

    @Test("公钥集谁都可以下载，足够核验")
    func keys() async throws {
        let (status, text) = try await get(LicencePath.keys, as: nil)
        #expect(status == .ok)
        let licence = try await house.issue()
        let file = try await house.database.read { try LicenceStore.signed(licence.id, in: $0) }
        #expect(try LicenceKeys(file: text).check(SignedLicence(file: file)).areSound)
    }

    @Test("证照类型谁都能看，只有系统管理员能改")
    func types() async throws {
        let path = "\(LicencePath.types)/\(Licence.typeCode)"
        #expect(try await get(path, as: "officer").1.contains("食品经营许可证"))
        #expect(try await !get(path, as: "officer").1.contains("保存新版本"))
        #expect(try await get(path, as: "sysadmin").1.contains("保存新版本"))
        #expect(try await get("\(LicencePath.types)/114", as: "sysadmin").0 == .notFound)
    }
}
