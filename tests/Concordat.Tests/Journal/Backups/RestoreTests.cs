using System.Formats.Tar;
using System.IO.Compression;
using Concordat.Backups;
using Concordat.Storage;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Backups;

public class RestoreTests
{
    [Fact]
    public async Task An_encrypted_backup_gives_everything_back_to_who_has_the_passphrase()
    {
        await using var bed = await BackupBed.NewAsync();
        await bed.BackUpAsync("b", BackupBed.Passphrase);
        var bytes = await File.ReadAllBytesAsync(bed["b"]);
        Assert.DoesNotContain("journal/", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        await using var restored = await bed.RestoredAsync("b", passphrase: BackupBed.Passphrase);
        Assert.Equal(await BackupBed.EverythingAsync(bed.Register), await BackupBed.EverythingAsync(restored));
    }

    [Fact]
    public async Task Without_the_right_passphrase_nothing_is_restored()
    {
        await using var bed = await BackupBed.NewAsync();
        await bed.BackUpAsync("sealed", BackupBed.Passphrase);
        await bed.BackUpAsync("plain");
        Assert.Equal("backup.wrong-passphrase", await bed.RefusedAsync("sealed", "six words picked by chance eacg"u8.ToArray()));
        Assert.Equal("backup.sealed", await bed.RefusedAsync("sealed"));
        Assert.Equal("backup.not-sealed", await bed.RefusedAsync("plain", BackupBed.Passphrase));
        Assert.Equal("backup.not-found", await bed.RefusedAsync("none"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cut_file_is_told_from_its_first_byte_to_its_last_but_one(bool encrypted)
    {
        await using var bed = await BackupBed.NewAsync();
        await bed.BackUpAsync("b", encrypted ? BackupBed.Passphrase : null);
        var bytes = await File.ReadAllBytesAsync(bed["b"]);
        foreach (var length in new[] { 0, 10, bytes.Length / 3, bytes.Length - 40, bytes.Length - 9, bytes.Length - 1 })
        {
            await File.WriteAllBytesAsync(bed["cut"], bytes[..length]);
            // What is shorter than the mark of a backup cannot be told to have been one.
            Assert.Contains(await bed.RefusedAsync("cut", encrypted ? BackupBed.Passphrase : null), length < 20 && encrypted ? ["backup.cut", "backup.no-backup"] : new[] { "backup.cut" });
        }
    }

    [Fact]
    public async Task A_long_encrypted_file_that_ends_between_two_parts_is_known_to_be_cut()
    {
        await using var bed = await BackupBed.NewAsync();
        var noise = new byte[Sealing.ChunkBytes * 3];
        Random.Shared.NextBytes(noise);
        await bed.Register.Store.Files.PutAsync(noise);
        await bed.BackUpAsync("b", BackupBed.Passphrase);
        var bytes = await File.ReadAllBytesAsync(bed["b"]);
        const int part = 4 + Sealing.ChunkBytes + Sealing.TagBytes;
        await File.WriteAllBytesAsync(bed["cut"], bytes[..(Sealing.HeadBytes + (2 * part))]);
        Assert.Equal("backup.cut", await bed.RefusedAsync("cut", BackupBed.Passphrase));
        byte[] exchanged = [.. bytes[..Sealing.HeadBytes], .. bytes[(Sealing.HeadBytes + part)..(Sealing.HeadBytes + (2 * part))], .. bytes[Sealing.HeadBytes..(Sealing.HeadBytes + part)], .. bytes[(Sealing.HeadBytes + (2 * part))..]];
        await File.WriteAllBytesAsync(bed["cut"], exchanged);
        Assert.Equal("backup.damaged", await bed.RefusedAsync("cut", BackupBed.Passphrase));
        await File.WriteAllBytesAsync(bed["cut"], [.. bytes, 0]);
        Assert.Equal("backup.damaged", await bed.RefusedAsync("cut", BackupBed.Passphrase));
    }

    [Fact]
    public async Task A_flipped_bit_anywhere_in_an_encrypted_file_is_refused()
    {
        await using var bed = await BackupBed.NewAsync();
        await bed.BackUpAsync("b", BackupBed.Passphrase);
        var bytes = await File.ReadAllBytesAsync(bed["b"]);
        int[] places = [0, 19, 22, 24, 55, 56, 87, 88, 91, 92, 100, .. Enumerable.Range(1, 12).Select(i => bytes.Length * i / 13), bytes.Length - 17, bytes.Length - 1];
        foreach (var at in places)
        {
            await FlipAsync(bed, bytes, at);
            // One in the number of iterations only would make the same head with another key.
            Assert.Contains(await bed.RefusedAsync("flipped", BackupBed.Passphrase), new[] { "backup.wrong-passphrase", "backup.damaged", "backup.cut", "backup.no-backup" });
        }
    }

    [Fact]
    public async Task A_flipped_bit_in_a_plain_file_is_refused_or_changes_nothing_of_what_is_restored()
    {
        await using var bed = await BackupBed.NewAsync();
        await bed.BackUpAsync("b");
        var bytes = await File.ReadAllBytesAsync(bed["b"]);
        var refused = 0;
        for (var at = 0; at < bytes.Length; at += at < 20 || at > bytes.Length - 10 ? 1 : 37)
        {
            await FlipAsync(bed, bytes, at);
            var reading = new ReadBackup(bed.Register.Store, BackupParts.Ignored, null);
            try
            {
                await BackupFile.ReadAsync(bed["flipped"], null, tar => reading.RunAsync(tar, default));
                // The last byte before the sum at the end may have bits that mean nothing (RFC 1951, section 3.2.3): then nothing else comes out.
                Assert.True(at < 10 || (at == bytes.Length - 9 && Same(bytes, await File.ReadAllBytesAsync(bed["flipped"]))), $"The bit at {at} of {bytes.Length} went unnoticed.");
            }
            catch (Refused what)
            {
                Assert.Contains(what.Refusal.Code, new[] { "backup.damaged", "backup.cut", "backup.no-backup", "backup.newer" });
                refused++;
            }
        }

        Assert.True(refused > 40, $"Only {refused} were refused.");
    }

    private static bool Same(byte[] packed, byte[] other) => Unpacked(packed).AsSpan().SequenceEqual(Unpacked(other));

    private static byte[] Unpacked(byte[] packed)
    {
        using var plain = new MemoryStream();
        using (var zip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress)) zip.CopyTo(plain);
        return plain.ToArray();
    }

    private static async Task FlipAsync(BackupBed bed, byte[] bytes, int at)
    {
        byte[] copy = [.. bytes];
        copy[at] ^= 0x10;
        await File.WriteAllBytesAsync(bed["flipped"], copy);
    }

    [Theory]
    [InlineData("""{"format":2,"surprise":true}""", "backup.newer")]
    [InlineData("""{"format":1,"program":"9.0","made":"","seq":0,"head":"","kinds":{"treaty":1},"tables":[]}""", "backup.newer")]
    [InlineData("""{"format":1,"program":"9.0","made":"","seq":0,"head":"","kinds":{"person":99},"tables":[]}""", "backup.newer")]
    [InlineData("""{"format":1,"program":"9.0","made":"","seq":0,"head":"","kinds":{},"tables":["dream"]}""", "backup.newer")]
    [InlineData("""{"format":1,"program":"1.0","made":"","seq":0,"head":"","kinds":{},"tables":[]}""", "backup.cut")]
    [InlineData("""{"for""", "backup.damaged")]
    public async Task A_newer_format_and_a_strange_head_are_told_apart(string head, string code)
    {
        await using var bed = await BackupBed.NewAsync();
        await WriteAsync(bed["b"], "backup.json", head);
        Assert.Equal(code, await bed.RefusedAsync("b"));
    }

    [Fact]
    public async Task Some_other_archive_is_no_backup()
    {
        await using var bed = await BackupBed.NewAsync();
        await WriteAsync(bed["b"], "holiday.txt", "sun");
        Assert.Equal("backup.no-backup", await bed.RefusedAsync("b"));
        await File.WriteAllTextAsync(bed["b"], "A letter, and no archive at all, which is long enough to be looked at from its head to its foot.");
        Assert.Equal("backup.no-backup", await bed.RefusedAsync("b"));
    }

    private static async Task WriteAsync(string path, string name, string text)
    {
        await using var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        await using var tar = new TarWriter(packed, TarEntryFormat.Ustar);
        await tar.WriteEntryAsync(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)) });
    }

    [Theory, BothDatabases]
    public async Task Only_an_empty_place_takes_a_backup(Database database)
    {
        await using var bed = await BackupBed.NewAsync(database);
        await bed.BackUpAsync("b");
        var before = await BackupBed.EverythingAsync(bed.Register);
        Assert.Equal("restore.not-empty", (await new Concordat.Backups.RestoreBackup(bed.Register.Store.Place).RunAsync(bed["b"], null)).Refusal?.Code);
        // An empty folder does not make a used database an empty place.
        if (database == Database.Postgres) Assert.Equal("restore.not-empty", (await new Concordat.Backups.RestoreBackup(new(bed["fresh"], bed.Register.Store.Place.Postgres)).RunAsync(bed["b"], null)).Refusal?.Code);
        Assert.Equal(before, await BackupBed.EverythingAsync(bed.Register));
        Directory.CreateDirectory(bed["used"]);
        await File.WriteAllTextAsync(Path.Combine(bed["used"], "letter.txt"), "mine");
        Assert.Equal("restore.not-empty", (await new Concordat.Backups.RestoreBackup(new(bed["used"])).RunAsync(bed["b"], null)).Refusal?.Code);
        Assert.Single(Directory.GetFileSystemEntries(bed["used"]));
    }

    [Theory, BothDatabases]
    public async Task What_a_killed_restoring_left_does_not_hold_up_the_next(Database database)
    {
        await using var bed = await BackupBed.NewAsync(database);
        await bed.BackUpAsync("b");
        var place = Databases.NewPlace(database);
        await using (var taken = await RestorePlace.TakeAsync(place, default))
        {
            // Killed after the files were moved: nothing gives it up.
            await using var half = (await Store.OpenAsync(taken.Hidden)).Value;
            Directory.CreateDirectory(Path.Combine(place.Folder, "files", "ab"));
            Assert.Equal("restore.under-way", (await new Concordat.Backups.RestoreBackup(place).RunAsync(bed["b"], null)).Refusal?.Code);
        }

        Assert.True((await new Concordat.Backups.RestoreBackup(place).RunAsync(bed["b"], null)).Done);
        await using var restored = await TestStore.OpenAsync(place);
        await restored.VerifiedAsync();
        Assert.Equal(await BackupBed.EverythingAsync(bed.Register), await BackupBed.EverythingAsync(restored));
        Assert.False(Directory.Exists(Path.Combine(place.Folder, "files", "ab")));
        Assert.False(Directory.Exists(Path.Combine(place.Folder, ".restoring")));
    }
}
