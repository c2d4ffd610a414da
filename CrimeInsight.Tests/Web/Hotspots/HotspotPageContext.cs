using Bunit;
using CrimeInsight.Core;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Runs;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Core.Hotspots;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Hotspots;
using CrimeInsight.Web.Features.Map;
using CrimeInsight.Web.Shared.Maps;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Tests.Web.Hotspots;

/// <summary>The page over <see cref="GridPlaces"/>.</summary>
public abstract class HotspotPageContext : WebContext
{
    private protected HotspotPageContext()
    {
        DefaultWaitTimeout = TimeSpan.FromSeconds(20);
        Module = JSInterop.SetupModule("./Shared/Maps/LeafletMap.razor.js");
        Module.Mode = JSRuntimeMode.Strict;
        foreach (var function in new[] { "mount", "update", "unmount" })
            Module.SetupVoid(function, _ => true).SetVoidResult();
        JSInterop.SetupModule("./Shared/Charts/ApexChart.razor.js").Mode = JSRuntimeMode.Loose;
        Status.Data = new(7, true, 1000, new(2021, 1, 1), new(2025, 1, 1), null);
        Viewers.Viewer = new Viewer(Guid.Parse("00000000-0000-0000-0000-000000000001"), "asha", PersonRole.Supervisor, [2]);
        Services.AddScoped<ScopeResolver>();
        Services.AddSingleton<IReferenceDataReader, GridPlaces>();
        Services.AddSingleton<IBoundaryReader, FakeBoundaries>();
        Services.AddSingleton<IIncidentQueryRunner>(
            new FakeQueryRunner(query => IsWithheld ? [new QueryRow(["S00"], [null, null, null, null], true)] : GridPlaces.Rows(query, CasesOf)));
        Services.AddSingleton<StreetMap>().AddScoped<MapCredits>();
        Services.AddSingleton<ICasePointReader>(Points);
        Services.AddSingleton<IResultStore>(Stored);
        Services.AddSingleton<IRunProgressReader, FakeRunProgress>();
        Services.AddCrimeInsightCore();
        Services.AddHotspotsFeature();
    }

    private protected BunitJSModuleInterop Module { get; }

    private protected Func<int, DateOnly, int> CasesOf { get; set; } = (place, _) => GridPlaces.IsInCorner(place) ? 15 : 5;

    private protected FakeCasePoints Points { get; } = new();

    private protected FakeResults Stored { get; } = new();

    private protected bool IsWithheld { get; set; }

    private protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private protected MapScene Mounted(IRenderedComponent<HotspotPage> page)
    {
        page.WaitForState(() => Module.Invocations["mount"].Count > 0);
        return (MapScene)Module.Invocations["mount"][0].Arguments[2]!;
    }

    private protected IRenderedComponent<HotspotPage> Open(string address)
    {
        Navigation.NavigateTo(address);
        var page = Render<HotspotPage>();
        page.WaitForState(() => page.FindAll("[aria-busy=true]").Count == 0);
        return page;
    }
}
