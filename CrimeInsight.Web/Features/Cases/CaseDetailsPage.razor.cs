using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Maps;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>One case. Opening it is audited once: what the first rendering read is handed to the live page.</summary>
public sealed partial class CaseDetailsPage : IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private Scope? _context;
    private MapScene? _scene;
    private bool _hasFailed;

    [Inject] public required IStringLocalizer<CasesText> Text { get; init; }

    [Inject] public required CaseTextFormat Words { get; init; }

    [Inject] public required CaseScenes Scenes { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ScopeResolver Resolver { get; init; }

    [Inject] public required ICaseReader Cases { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required ILogger<CaseDetailsPage> Logger { get; init; }

    [CascadingParameter(Name = "IsDark")] public bool IsDark { get; set; }

    [Parameter, EditorRequired] public required long Id { get; set; }

    [SupplyParameterFromQuery(Name = ScopeCodes.PlaceName)] public string? In { get; set; }

    [SupplyParameterFromQuery(Name = ScopeCodes.HeadName)] public string? Head { get; set; }

    [SupplyParameterFromQuery(Name = ScopeCodes.FromName)] public string? From { get; set; }

    [SupplyParameterFromQuery(Name = ScopeCodes.UntilName)] public string? Until { get; set; }

    [SupplyParameterFromQuery(Name = ScopeCodes.BasisName)] public string? Basis { get; set; }

    /// <summary>The case; null while it is being read.</summary>
    [PersistentState] public CaseDetails? Details { get; set; }

    private IReadOnlyList<string> Places => CaseTextFormat.Places(_context!.Reference, Details!.Summary.Ordinal);

    private IReadOnlyList<string> HeadNames => CaseTextFormat.Heads(_context!.Reference, Details!.Summary.HeadId);

    private string HeadPath => string.Join(" › ", HeadNames);

    private string Title => Details is null ? Text[nameof(CasesText.CaseTitle)] : HeadNames[^1];

    private string? Subtitle => Details is null ? null : string.Join(" · ", new[] { Details.Summary.Number, string.Join(", ", Places) }.OfType<string>());

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        _context = await Resolver.ResolveAsync(new ScopeCodes(In, Head, From, Until, Basis), _gone.Token);
        if (_context is not null && Details?.Summary.Id != Id)
            await LoadAsync();
        if (_context is not null && Details is { } details)
            _scene = await Scenes.CreateAsync(details, _context.Reference, IsDark, _gone.Token);
    }

    private async Task LoadAsync()
    {
        (Details, _scene, _hasFailed) = (null, null, false);
        try
        {
            Details = await Cases.OpenAsync(Id, _context!.Viewer, _gone.Token);
            if (Details is null)
                Navigation.NotFound();
        }
        catch (Exception) when (_gone.IsCancellationRequested)
        {
            // The page is gone.
        }
        catch (Exception failure)
        {
            _hasFailed = true;
            LogFailure(Logger, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A case could not be read.")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
