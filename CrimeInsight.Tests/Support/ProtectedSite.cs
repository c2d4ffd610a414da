using System.Text;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Support;

/// <summary>
/// A site that holds protected cases beside open ones, brought in by the importer: stored, again, contradicted, rejected, and as an upload that was
/// understood, checked and imported. Of the protected alone the hour is 21:37, the place 13.08293 80.27093, the value 45671, the words sweepword.
/// </summary>
public sealed class ProtectedSite(DatabaseServer shared) : IAsyncLifetime
{
    private const string Password = "kavya tram 4711 lantern";

    private const string Columns =
        $"{ImportDatabase.Header},latitude,longitude,victim_gender,victim_age,property_value,modus_operandi,status\n";

    // A sensitive section alone, behind another, an act for children without a section, minors as victims.
    private static readonly (string Head, string Age)[] s_protected =
        [("376 IPC", "30"), ("IPC 302, 376D", "30"), ("6 POCSO Act", "30"), ("302 IPC & POCSO Act", "30"), ("burglary", "15"), ("burglary", "11")];

    public SiteFixture Site { get; } = new(shared) { Arrange = AddPlacesAsync };

    /// <summary>Where the cases are, and a station of another state.</summary>
    public string Station { get; private set; } = "";

    public string OtherStation { get; private set; } = "";

    public Guid Upload { get; private set; }

    public Guid Batch { get; private set; }

    public IReadOnlyList<long> ProtectedIds { get; private set; } = [];

    /// <summary>An officer of the station, one of another, a supervisor of the state, the administrator who brought the cases in, and another.</summary>
    public IReadOnlyList<(string Name, Viewer Viewer)> People { get; private set; } = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await using var owner = await Site.Database.Owner.OpenConnectionAsync(Cancel);
        var stations = (await owner.QueryAsync<string>(
            "SELECT min(code) FROM crime.jurisdiction WHERE level = 7 AND code ~ '^IN-(TN|KL)-' GROUP BY left(code, 5) ORDER BY 1 DESC")).ToList();
        (Station, OtherStation) = (stations[0], stations[1]);
        People =
        [
            await AddAsync("officer", PersonRole.Officer, Station), await AddAsync("stranger", PersonRole.Officer, OtherStation),
            await AddAsync("supervisor", PersonRole.Supervisor, "IN-TN"), await AddAsync("admin", PersonRole.Admin, "IN"),
            await AddAsync("other-admin", PersonRole.Admin, "IN"),
        ];
        // Exports are limited by person: who has not asked for any yet.
        await AddAsync("fresh-admin", PersonRole.Admin, "IN");
        var admin = People[3].Viewer;
        using (var content = new MemoryStream(Encoding.UTF8.GetBytes(Columns + Open() + Protected("P"))))
            await Site.Services.GetRequiredService<IIncidentImporter>().ImportAsync(
                new ImportRequest { FileName = "first.csv", Content = content, Override = ImportDatabase.Why }, admin, null, Cancel);
        // The same again, otherwise by a day, new ones, and some with a fault.
        await UploadAsync(admin, Columns + Protected("P") + Protected("P").Replace("2024-05-06T", "2024-05-05T", StringComparison.Ordinal) + Protected("N")
            + Protected("X").Replace("pending", "nonsense", StringComparison.Ordinal)
            + Protected("Y").Replace(Station, "IN-TN-99999", StringComparison.Ordinal));
        ProtectedIds = [.. await owner.QueryAsync<long>("SELECT id FROM crime.incident WHERE is_sensitive ORDER BY id")];
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    internal async Task<SiteClient> SignInAsync(string name)
    {
        var client = Site.NewClient();
        (await client.SignInAsync(name, Password)).Dispose();
        return client;
    }

    private static async Task AddPlacesAsync(DatabaseFixture database)
    {
        await using var owner = await database.Owner.OpenConnectionAsync();
        await owner.ExecuteAsync(QueryDatabaseSql.AddPlaces, new { prefixes = new[] { "IN-TN-", "IN-KL-" } });
    }

    private string Protected(string name) => string.Concat(s_protected.Select((one, at) =>
        $"{name}/{at},2024-05-06T21:37,2024-05-07,{Station},\"{one.Head}\",13.08293,80.27093,female,{one.Age},45671,sweepword,pending\n"));

    // Twelve in each month, all at a quarter past five, at another place.
    private string Open() => string.Concat(Enumerable.Range(0, 14 * 12).Select(at => (At: at, Day: new DateOnly(2023, 6, 10).AddMonths(at / 12))).Select(one =>
        $"O/{one.At},{one.Day:yyyy-MM-dd}T05:15,{one.Day.AddDays(1):yyyy-MM-dd},{Station},{(one.At % 2 == 0 ? "burglary" : "murder")},13.06120,80.25330,"
            + "male,40,1200,openword,pending\n"));

    private async Task<(string, Viewer)> AddAsync(string name, PersonRole role, string place)
    {
        var person = await Site.AddPersonAsync(name, Password, role);
        var id = (await Site.Services.GetRequiredService<IReferenceDataReader>().GetAsync(Cancel)).Jurisdictions.Find(place)!.Id;
        await using var owner = await Site.Database.Owner.OpenConnectionAsync(Cancel);
        await owner.ExecuteAsync("UPDATE crime.person_jurisdiction SET jurisdiction_id = @id WHERE person_id = @person", new { id, person = person.Id });
        return (name, person.ToViewer() with { JurisdictionIds = [id] });
    }

    private async Task UploadAsync(Viewer admin, string text)
    {
        using var client = await SignInAsync(admin.UserName);
        var tus = new TusClient(client);
        var bytes = Encoding.UTF8.GetBytes(text);
        var path = await tus.CreateAsync(bytes.Length);
        (await tus.PatchAsync(path, 0, bytes)).EnsureSuccessStatusCode().Dispose();
        Upload = Guid.Parse(path.Split('/')[^1]);
        await RunAsync(admin, StepKind.Understand);
        await RunAsync(admin, StepKind.Check);
        Batch = (await RunAsync(admin, StepKind.Import)).Run;
    }

    private async Task<UploadStep> RunAsync(Viewer admin, StepKind kind)
    {
        var steps = Site.Services.GetRequiredService<UploadSteps>();
        Assert.True(await steps.StartAsync(admin, Upload, kind, new StepRequest { Override = ImportDatabase.Why }, Cancel));
        for (var attempt = 0; attempt < 400; attempt++, await Task.Delay(50, Cancel))
        {
            if ((await steps.ListAsync(admin, Upload, Cancel)).Single(step => step.Kind == kind) is { IsOpen: false } step)
            {
                Assert.True(step.State == StepState.Done, $"{kind}: {step.State}: {step.Problem}");
                return step;
            }
        }

        throw new TimeoutException($"The step {kind} did not end.");
    }
}
