using CrimeInsight.Core.Health;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Says on every open page that the database is awaited, for as long as it does not answer.</summary>
public sealed partial class DatabaseStrip
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [Inject]
    public required IDatabaseWatch Watch { get; init; }

    protected override void OnInitialized() => Watch.Changed += RenderLive;

    public void Dispose() => Watch.Changed -= RenderLive;
}
