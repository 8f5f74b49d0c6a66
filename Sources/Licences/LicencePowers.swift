import Web

/// What is asked for on the pages of licences.
extension Power {
    /// Whoever may read the licences of their organ.
    public static let readLicences = Power("licence.read", "查看本部门签发的证照", .matters)
    static let keepLicences = Power("licence.keep", "暂停、恢复、注销证照，提出吊销和撤销", .matters)
    static let revokeLicences = Power("licence.revoke", "审定证照的吊销和撤销", .matters)
    static let editLicenceTypes = Power("licence_type.edit", "修改证照类型", .system)
}
