using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Startup;
using CrimeInsight.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Support;

/// <summary>
/// The whole site in this process, on a free port, over a database of its own: use as <c>IClassFixture&lt;SiteFixture&gt;</c>. For
/// tests that speak HTTP or look into the database; those of pages share the site of <c>BrowserFixture</c>. Demo mode is on; <see cref="AddPersonAsync"/> adds
/// accounts with passwords.
/// </summary>
public sealed class SiteFixture(DatabaseServer shared) : IAsyncLifetime
{
    private static readonly string[] s_settings = ["--Demo:Incidents", "0", "--Jobs:Automatic", "false", "--Logging:LogLevel:Default", "Warning"];

    private readonly DatabaseFixture _fixture = new(shared);
    private CrimeDatabase? _database;
    private WebApplication? _app;

    public DatabaseFixture Database => _fixture;

    /// <summary>Where the site keeps what the database must not hold.</summary>
    public string KeyFolder { get; } = Path.Combine(Path.GetTempPath(), $"crimeinsight-keys-{Guid.NewGuid():N}");

    /// <summary>Done with the database before the site starts; null: nothing.</summary>
    public Func<DatabaseFixture, Task>? Arrange { get; init; }

    /// <summary>Base address, with a final slash.</summary>
    public Uri Address { get; private set; } = new("http://localhost/");

    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        await _fixture.InitializeAsync();
        if (Arrange is not null)
            await Arrange(_fixture);
        _database = await CrimeDatabase.OpenAsync(
            new DatabaseOptions
            {
                ConnectionString = _fixture.AppConnectionString,
                OwnerConnectionString = _fixture.OwnerConnectionString,
                KeyFolder = KeyFolder,
                DataFolder = KeyFolder,
            },
            CancellationToken.None);
        await StartAsync();
        await Services.GetRequiredService<IDemoAccounts>().EnsureAsync(CancellationToken.None);
    }

    /// <summary>A new browser session that does not follow redirects.</summary>
    internal SiteClient NewClient(string language = "en") => new(Address, language);

    /// <summary>Adds an account that can sign in with a password.</summary>
    public async Task<Person> AddPersonAsync(string userName, string password, PersonRole role = PersonRole.Officer, PersonPreferences? preferences = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var person = new Person
        {
            Id = Guid.NewGuid(),
            UserName = userName,
            DisplayName = userName,
            Role = role,
            JurisdictionIds = [
                (await scope.ServiceProvider.GetRequiredService<IReferenceDataReader>().GetAsync(CancellationToken.None)).Jurisdictions.Root!.Id],
            Preferences = preferences ?? PersonPreferences.None,
        };
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person, password);
        return result.Succeeded ? person : throw new InvalidOperationException(result.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        await _fixture.DisposeAsync();
        if (Directory.Exists(KeyFolder))
            Directory.Delete(KeyFolder, recursive: true);
    }

    /// <summary>Another site over the same database, as another start of the app would make it.</summary>
    internal WebApplication Build(params string[] args) => SiteServer.Build([.. s_settings, .. args], _database!);

    private async Task StartAsync()
    {
        _app = Build("--urls", "http://127.0.0.1:0", "--Site:Demo", "true");
        await SiteServer.StartAsync(_app, CancellationToken.None);
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");
    }

    private async Task StopAsync()
    {
        if (_app is null)
            return;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await _app.StopAsync(patience.Token);
        }
        catch (Exception late) when (patience.IsCancellationRequested && IsCancelled(late))
        {
            // Services that were not asked in time to stop do so when they are disposed of. How fast a site stops is for tests of its own.
        }

        await _app.DisposeAsync();
        _app = null;
    }

    // Of several services that were late the host tells at once.
    private static bool IsCancelled(Exception problem) =>
        problem is OperationCanceledException || (problem is AggregateException several && several.InnerExceptions.All(IsCancelled));
}
