using CrimeInsight.Core.Sources;
using CrimeInsight.Data.Sources;

namespace CrimeInsight.Tests.Data.Sources;

public sealed class FolderReaderTests : IDisposable
{
    private static readonly SourceSchedule s_daily = new(SourceRhythm.Daily, TimeOnly.MinValue);
    private readonly string _root = Directory.CreateTempSubdirectory("crimeinsight-sources-").FullName;
    private readonly string _inbox;

    public FolderReaderTests() => _inbox = Directory.CreateDirectory(Path.Combine(_root, "city", "inbox")).FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("city/inbox", null)]
    [InlineData("./city\\inbox", null)]
    [InlineData("", null)]
    [InlineData("..", SourceProblem.FolderOutside)]
    [InlineData("city/../../etc", SourceProblem.FolderOutside)]
    [InlineData("city\\..\\..", SourceProblem.FolderOutside)]
    [InlineData("/etc", SourceProblem.FolderOutside)]
    [InlineData("city/done", SourceProblem.FolderOutside)]
    [InlineData("city\0", SourceProblem.FolderOutside)]
    public void Judge_Path_StaysBelowTheFolder(string path, SourceProblem? problem) => Assert.Equal(problem, Reader().Judge(Edit(path))?.Problem);

    [Fact]
    public void Judge_NoFolderSetUp_SaysSo() =>
        Assert.Equal(SourceProblem.FoldersOff, new FolderReader(Rules(null), TimeProvider.System).Judge(Edit("city"))?.Problem);

    [Fact]
    public async Task Open_OldestStandingStill_IsTaken()
    {
        Write("new.csv", "bb", minutesAgo: 5);
        Write("old.csv", "a", minutesAgo: 9);
        Write("half.csv.part", "cc", minutesAgo: 20);
        Write(".hidden.csv", "cc", minutesAgo: 20);
        Write("empty.csv", "", minutesAgo: 20);
        var find = await Reader().OpenAsync(Edit("city/inbox"), null, null, isTrial: false, Token);
        await using var content = find.Content!;
        Assert.Equal(("old.csv", 1L), (content.Name, content.Length));
    }

    [Fact]
    public async Task Open_StillBeingWritten_IsLeft()
    {
        Write("slow.csv", "a", minutesAgo: 9);
        var opening = Reader(settleMilliseconds: 300).OpenAsync(Edit("city/inbox"), null, null, isTrial: false, Token);
        await Task.Delay(50, Token);
        // A copy that keeps the time of the original grows all the same.
        Write("slow.csv", "ab", minutesAgo: 9);
        Assert.Equal((null, true), ((await opening).Content, (await opening).IsGrowing));
    }

    [Fact]
    public async Task Open_LinksOutOfTheFolder_AreNotFollowed()
    {
        var secret = Path.Combine(_root, "secret.csv");
        await File.WriteAllTextAsync(secret, "a", Token);
        File.CreateSymbolicLink(Path.Combine(_inbox, "link.csv"), secret);
        Directory.CreateSymbolicLink(Path.Combine(_root, "city", "out"), _root);
        var linked = await Assert.ThrowsAsync<SourceException>(() => Reader().OpenAsync(Edit("city/inbox"), null, null, isTrial: true, Token));
        Assert.Equal(SourceProblem.FileLinked, linked.Trouble.Problem);
        var outside = await Assert.ThrowsAsync<SourceException>(() => Reader().OpenAsync(Edit("city/out"), null, null, isTrial: true, Token));
        Assert.Equal(SourceProblem.FolderOutside, outside.Trouble.Problem);
    }

    [Fact]
    public async Task PutAway_SameNameAgain_KeepsBothWithTheirReasons()
    {
        for (var round = 0; round < 2; round++)
        {
            Write("a.csv", "round " + round, minutesAgo: 5);
            var content = (await Reader().OpenAsync(Edit("city/inbox"), null, null, isTrial: false, Token)).Content!;
            await content.DisposeAsync();
            Reader().PutAway(Edit("city/inbox"), content.Name, content.Mark, isGood: true, "why " + round);
        }

        Assert.Equal(["a (2).csv", "a (2).csv.txt", "a.csv", "a.csv.txt"], Names("done"));
        Assert.Equal("round 1", await File.ReadAllTextAsync(Path.Combine(_inbox, "done", "a (2).csv"), Token));
        Assert.Equal("why 1", await File.ReadAllTextAsync(Path.Combine(_inbox, "done", "a (2).csv.txt"), Token));
    }

    [Fact]
    public async Task PutAway_ReplacedMeanwhile_StaysToBeRead()
    {
        Write("a.csv", "old", minutesAgo: 5);
        var content = (await Reader().OpenAsync(Edit("city/inbox"), null, null, isTrial: false, Token)).Content!;
        await content.DisposeAsync();
        Write("a.csv", "new one", minutesAgo: 1);
        Reader().PutAway(Edit("city/inbox"), content.Name, content.Mark, isGood: false, "why");
        Assert.Equal("new one", await File.ReadAllTextAsync(Path.Combine(_inbox, "a.csv"), Token));
        Assert.False(Directory.Exists(Path.Combine(_inbox, "failed")));
    }

    private string[] Names(string place) =>
        [.. Directory.EnumerateFiles(Path.Combine(_inbox, place)).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private void Write(string name, string text, int minutesAgo)
    {
        var path = Path.Combine(_inbox, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-minutesAgo));
    }

    private FolderReader Reader(int settleMilliseconds = 1) => new(Rules(_root, settleMilliseconds), TimeProvider.System);

    private static SourceRules Rules(string? folder, int settleMilliseconds = 1) =>
        new(folder, TimeSpan.FromMilliseconds(settleMilliseconds), [], AllowsLoopback: false, TimeSpan.FromSeconds(5));

    private static SourceEdit Edit(string path) => new("s", SourceKind.Folder, path, null, s_daily, Guid.Empty, SourceAct.Check, Updates: false);
}
