extension ScimSchema {
    /// Staff, as far as a directory may know and say (RFC 7643 §4.1). There is no password among it: who is made by a
    /// directory gets a one-time password from an administrator. Telephone and mail are not kept for staff.
    static let user = ScimSchema(
        id: "urn:ietf:params:scim:schemas:core:2.0:User", name: "User", words: "工作人员账号",
        attributes: [
            ScimAttribute("userName", .string, "登录名").required.with { $0.uniqueness = "server" },
            ScimAttribute(
                "name", .complex, "姓名",
                parts: [
                    ScimAttribute("formatted", .string, "全名"), ScimAttribute("familyName", .string, "姓"),
                    ScimAttribute("givenName", .string, "名"),
                ]),
            ScimAttribute("displayName", .string, "他人看到的姓名"),
            ScimAttribute("title", .string, "职务"),
            ScimAttribute("active", .boolean, "是否可以登录").required,
            ScimAttribute(
                "groups", .complex, "所在的组",
                parts: [
                    ScimAttribute("value", .string, "组的标识").readOnly.caseExact,
                    ScimAttribute("$ref", .reference, "组的地址").readOnly.caseExact.with {
                        $0.references = ["Group"]
                    },
                    ScimAttribute("display", .string, "组名").readOnly,
                ]
            ).many.readOnly,
        ])

    /// Where they work (RFC 7643 §4.3).
    static let enterprise = ScimSchema(
        id: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", name: "EnterpriseUser",
        words: "任职信息",
        attributes: [
            ScimAttribute("employeeNumber", .string, "工号"),
            ScimAttribute("department", .string, "目录中的部门"),
        ])

    /// A group of the directory (RFC 7643 §4.2).
    static let group = ScimSchema(
        id: "urn:ietf:params:scim:schemas:core:2.0:Group", name: "Group", words: "目录中的组",
        attributes: [
            ScimAttribute("displayName", .string, "组名").required,
            ScimAttribute(
                "members", .complex, "组内的工作人员",
                parts: [
                    ScimAttribute("value", .string, "账号的标识").caseExact.with { $0.mutability = .immutable },
                    ScimAttribute("$ref", .reference, "账号的地址").caseExact.with {
                        $0.mutability = .immutable
                        $0.references = ["User"]
                    },
                    ScimAttribute("type", .string, "成员的类型").with {
                        $0.mutability = .immutable
                        $0.canonicalValues = ["User"]
                    },
                ]
            ).many,
        ])
}

extension ScimResourceType {
    /// Staff.
    static let user = ScimResourceType(
        name: "User", endpoint: "/Users", words: "工作人员账号", schema: .user, extensions: [.enterprise])

    /// Groups of a directory.
    static let group = ScimResourceType(
        name: "Group", endpoint: "/Groups", words: "目录中的组", schema: .group, extensions: [])

    /// Everything that is kept.
    static let all = [user, group]
}
