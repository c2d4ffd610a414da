using System.Diagnostics;
using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Tests.Support;
using CrimeInsight.Tests.Support.Browser;
using Dapper;
using Microsoft.Playwright;

namespace CrimeInsight.Tests.Browser;

/// <summary>A file from the disk of an administrator to the data and back, on a site without demo data.</summary>
public sealed class DataRoomBrowserTests(SiteFixture site, BrowserFixture browser) : IClassFixture<SiteFixture>
{
    private const string Password = "kavya tram 4711 lantern";
    private const string Name = "march.csv";

    // Nine megabytes are uploaded and read while other tests keep the machine busy.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task File_UploadedMappedCheckedImported_IsInTheDataAndCanBeTakenBack()
    {
        await site.AddPersonAsync("asha-admin", Password, PersonRole.Admin);
        await using var context = await browser.OpenAsync(address: site.Address.ToString());
        var page = await SignInAsync(context);
        var complaints = page.Complaints();
        await page.OpenAsync("/data-room");
        var problems = await page.ProblemsAsync();
        await page.SetInputFilesAsync(".upload-input", new FilePayload { Name = Name, MimeType = "text/csv", Buffer = Rows() });
        await page.WaitForURLAsync(url => url.Contains("/data-room/0", StringComparison.Ordinal));
        await page.Locator(".facts").WaitForAsync();
        problems.AddRange(await page.ProblemsAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on: map the columns" }).ClickAsync();
        await MapAsync(page, ("Case number", "FIR No"), ("When it happened", "Happened"), ("District", "Zilla"), ("Offence or sections", "Offence"));
        problems.AddRange(await page.ProblemsAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Check every row" }).ClickAsync();
        await page.Locator(".counts").WaitForAsync();
        Assert.Equal("195", await page.Locator(".count[data-kind=accepted] dd").First.TextContentAsync());
        problems.AddRange(await page.ProblemsAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on: decide" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await page.Locator(".done-lead").WaitForAsync();
        problems.AddRange(await page.ProblemsAsync());
        Assert.Equal(195, await CasesAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "See the batch" }).ClickAsync();
        await page.Locator(".rollback input").FillAsync(Name);
        problems.AddRange(await page.ProblemsAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await page.Locator(".batch-gone").WaitForAsync();
        Assert.Equal(0, await CasesAsync());
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Upload_LinkIsLostInTheMiddle_GoesOnByItselfWhenItIsBack()
    {
        await site.AddPersonAsync("ravi-admin", Password, PersonRole.Admin);
        await using var context = await browser.OpenAsync(address: site.Address.ToString());
        var page = await SignInAsync(context, "ravi-admin");
        await page.OpenAsync("/data-room");
        var cut = 0;
        await page.RouteAsync("**/data-room/uploads/*", route =>
            route.Request.Method == "PATCH" && Interlocked.Increment(ref cut) <= 2 ? route.AbortAsync("connectionreset") : route.ContinueAsync());
        await page.SetInputFilesAsync(".upload-input", new FilePayload { Name = "later.csv", MimeType = "text/csv", Buffer = Rows() });
        await page.WaitForURLAsync(url => url.Contains("/data-room/0", StringComparison.Ordinal));
        await page.Locator(".facts").WaitForAsync();
        Assert.True(cut >= 3);
    }

    [Fact]
    public async Task Upload_PausedReloadedAndPickedAgain_GoesOnBehindTheLastPiece()
    {
        await site.AddPersonAsync("meera-admin", Password, PersonRole.Admin);
        using var file = new LargeFile();
        await using var context = await browser.OpenAsync(address: site.Address.ToString());
        var page = await SignInAsync(context, "meera-admin");
        page.SetDefaultTimeout((float)s_patience.TotalMilliseconds);
        await page.OpenAsync("/data-room");
        var creations = 0;
        var offsets = new List<string>();
        var isHeld = true;
        page.Request += (_, request) => creations += request.Method == "POST" && request.Url.EndsWith("/uploads", StringComparison.Ordinal) ? 1 : 0;
        await page.RouteAsync("**/data-room/uploads/*", async route =>
        {
            var offset = route.Request.Method == "PATCH" ? route.Request.Headers["upload-offset"] : null;
            if (offset is not null)
                offsets.Add(offset);
            // Behind the first piece nothing goes on until the test says so.
            if (offset is null or "0" || !isHeld)
                await route.ContinueAsync();
        });
        await page.SetInputFilesAsync(".upload-input", file.Path);
        await WaitForAsync(() => offsets.Count == 2);
        await page.Locator(".upload-pause").ClickAsync();
        await page.Locator(".upload-resume").ClickAsync();
        await WaitForAsync(() => offsets.Count == 3);
        await page.ReloadAsync();
        await page.OpenAsync("/data-room");
        await page.Locator(".upload[data-unfinished='1']").WaitForAsync();
        isHeld = false;
        await page.SetInputFilesAsync(".upload-input", file.Path);
        await page.WaitForURLAsync(url => url.Contains("/data-room/0", StringComparison.Ordinal));
        await page.Locator(".facts").WaitForAsync();
        Assert.Equal(("0", "8388608", "8388608", "8388608"), (offsets[0], offsets[1], offsets[2], offsets[3]));
        Assert.Equal((1, 4), (creations, offsets.Count));
    }

    private static async Task WaitForAsync(Func<bool> isTrue)
    {
        for (var started = Stopwatch.GetTimestamp(); !isTrue();)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < s_patience, $"It did not come to that within {s_patience}.");
            await Task.Delay(50);
        }
    }

    /// <summary>A file of two pieces, on disk: what is picked again must be as old as it was.</summary>
    private sealed class LargeFile : IDisposable
    {
        private const int Bytes = 9 << 20;

        public LargeFile()
        {
            var words = new string('x', 3000);
            using var file = File.CreateText(Path);
            file.Write("FIR No,Happened,Zilla,Offence,Words\n");
            for (var row = 0; row < Bytes / words.Length; row++)
                file.Write(string.Create(CultureInfo.InvariantCulture, $"{row}/2024,01-03-2024,Madurai,burglary,{words}\n"));
        }

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"crimeinsight-{Guid.NewGuid():N}.csv");

        public void Dispose() => File.Delete(Path);
    }

    private static byte[] Rows()
    {
        var rows = new System.Text.StringBuilder("FIR No,Happened,Zilla,Offence,Victim Name\n");
        for (var row = 1; row <= 200; row++)
        {
            var offence = row % 40 == 0 ? "nonsense" : "burglary";
            rows.Append(CultureInfo.InvariantCulture, $"{row}/2024,{row % 28 + 1:00}-03-2024,Madurai,{offence},Person {row}\n");
        }

        return System.Text.Encoding.UTF8.GetBytes(rows.ToString());
    }

    private static async Task MapAsync(IPage page, params (string Field, string Column)[] choices)
    {
        foreach (var (field, column) in choices)
        {
            var choice = page.GetByLabel($"Column of the file for {field}", new() { Exact = true });
            await choice.SelectOptionAsync($"column:{column}");
            await Assertions.Expect(choice).ToHaveValueAsync($"column:{column}");
        }

        await page.GetByText("Everything that is needed is there").WaitForAsync();
    }

    private static async Task<IPage> SignInAsync(IBrowserContext context, string name = "asha-admin")
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator("input[name='Form.UserName']").FillAsync(name);
        await page.Locator("input[name='Form.Password']").FillAsync(Password);
        await page.Locator("input[name='Form.Password']").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return page;
    }

    private async Task<long> CasesAsync()
    {
        await using var connection = await site.Database.Owner.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM crime.incident");
    }
}
