namespace Concordat.Backups;

/// <summary>Every refusal that backing up and restoring give of their own; those of the database and the disk come through unchanged.</summary>
public static class BackupRefusals
{
    public static Refusal Exists(string file) => new("backup.exists", $"{file} is there already; a backup overwrites nothing. Name another file, for instance with the day in its name.");

    public static Refusal NotWritable(string file, string why) => new("backup.not-writable", $"{file} cannot be written: {why} Name a file in a folder that is there and that this user may write to.");

    public static Refusal NotFound(string file) => new("backup.not-found", $"{file} is not there, or may not be read by this user.");

    public static Refusal NoPassphrase(string file) => new("backup.no-passphrase", $"{file} is not there, may not be read, or holds no passphrase. Write the passphrase into it as its only line.");

    public static Refusal ShortPassphrase { get; } = new("backup.short-passphrase", "The passphrase is too short to protect anything: it needs at least 12 characters. Six words picked by chance are better.");

    public static Refusal Sealed { get; } = new("backup.sealed", "The backup is encrypted. Give the file that holds its passphrase with --passphrase-file.");

    public static Refusal NotSealed { get; } = new("backup.not-sealed", "The backup is not encrypted, although a passphrase is given: it may not be the one that you mean. If it is, leave --passphrase-file out.");

    public static Refusal WrongPassphrase { get; } = new("backup.wrong-passphrase", "This is not the passphrase of this backup, or the head of the file is damaged. Nothing was restored. Try the passphrase that was in use when it was made.");

    public static Refusal NoBackup { get; } = new("backup.no-backup", "The file is no backup of Concordat. Nothing was restored. Look for a mistyped name.");

    public static Refusal Cut { get; } = new("backup.cut", "The backup ends too early: it was cut off, as by a full disk or a broken copy. Nothing was restored. Copy it again from where it was made, or take another one.");

    public static Refusal Damaged(string why) => new("backup.damaged", $"The backup is damaged: {why}. Nothing was restored. Copy it again from where it was made, or take another one.");

    public static Refusal Newer(string what) => new("backup.newer", $"The backup was made by a newer Concordat ({what}). Nothing was restored. Restore it with that version or a later one.");

    public static Refusal NotEmpty(string place) => new("restore.not-empty", $"{place} is not empty; a backup is restored into an empty place only. Nothing was changed. Name another with --data (or --postgres), or move what is there away first.");

    public static Refusal UnderWay(string place) => new("restore.under-way", $"Another restoring into {place} is under way. Nothing was changed. Wait for it, or end it.");

    public static Refusal Faulty(string first) => new("restore.faulty", $"What was restored does not hold: {first} Nothing is left of it. Take another backup, and keep this one for whoever looks into it.");

    public static Refusal RegisterDamaged(string what) => new("backup.register-damaged", $"{what} So no backup was made: it could not be restored. Run verify to see all that is damaged, keep a copy of the data as it is, and restore the last good backup elsewhere.");
}
