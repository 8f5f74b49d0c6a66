import Codes
import HTTPTypes
import HummingbirdTesting
import NIOCore
import TestSupport

extension TestClientProtocol {
    /// Hands files in under the name of an older system.
    func upload(
        _ path: String, system: String = "原审批系统", _ files: [(name: String, text: String)],
        beside: [(name: String, bytes: [UInt8])] = []
    ) async throws -> TestResponse {
        let shown = try await look("/no-such-page")
        let token = shown.text.firstMatch(of: /name="_csrf" value="([^"]+)"/)
        var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=minben"]
        headers[.cookie] = shown.headers[.setCookie]?.split(separator: ";").first.map(String.init)
        var body = ""
        for (name, value) in [("_csrf", String(token?.output.1 ?? "")), ("system", system)] {
            body += "--minben\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        for file in files {
            body +=
                "--minben\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\n"
                + "Content-Type: text/csv\r\n\r\n\(file.text)\r\n"
        }
        var bytes = ByteBuffer(string: body)
        for file in beside {
            bytes.writeString(
                "--minben\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\n\r\n"
            )
            bytes.writeBytes(file.bytes)
            bytes.writeString("\r\n")
        }
        bytes.writeString("--minben--\r\n")
        return try await execute(uri: path, method: .post, headers: headers, body: bytes)
    }
}

/// The tables of a small older system, as its exports have them.
enum OldSystem {
    static let departments = (
        name: "sys_dept.csv",
        text: """
        dept_id,parent_id,dept_name,status,del_flag
        100,0,端州区,0,0
        101,100,市场监督管理局,0,0
        102,101,行政审批股,0,0
        103,100,港口管理所,0,0
        104,100,旧网点,0,2
        """
    )
    static let users = (
        name: "sys_user.csv",
        text: """
        user_id,dept_id,user_name,nick_name,phonenumber,password,status,del_flag
        1,102,Gao.Feng,高峰,15400000001,$2a$10$x,0,0
        2,103,luojun,罗军,15400000002,$2a$10$x,0,0
        3,102,officer-scjg,李敏,15400000003,$2a$10$x,0,0
        4,102,gone,已离职,15400000004,$2a$10$x,1,0
        5,102,deleted,已删除,15400000005,$2a$10$x,0,2
        6,102,gao.feng,高峰二,15400000006,$2a$10$x,0,0
        7,102,名字,黎明,15400000007,$2a$10$x,0,0
        8,999,lost,无部门,15400000008,$2a$10$x,0,0
        """
    )
    static let roles = (
        name: "sys_role.csv",
        text: """
        role_id,role_name,role_key,status,del_flag
        1,超级管理员,admin,0,0
        2,审批人员,approver,0,0
        """
    )
    static let userRoles = (name: "sys_user_role.csv", text: "user_id,role_id\n1,2\n2,2\n2,1\n")
    static let files = [departments, users, roles, userRoles]
}

extension OldSystem {
    /// A well-formed credit code that nobody has.
    static func freshCode() throws -> String { try CreditCode.checked(body17: "11441202MB9D00999").text }
}
