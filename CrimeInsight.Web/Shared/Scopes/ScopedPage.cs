using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Scopes;

/// <summary>Base of a page about a scope, which its address carries.</summary>
public abstract class ScopedPage : ComponentBase
{
    [Inject] public required IStringLocalizer<ScopeText> ScopeWords { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ScopeResolver Resolver { get; init; }

    [SupplyParameterFromQuery(Name = ScopeCodes.PlaceName)] public string? In { get; set; }

    [SupplyParameterFromQuery(Name = ScopeCodes.HeadName)] public string? Head { get; set; }

    [SupplyParameterFromQuery(Name = ScopeCodes.FromName)] public string? From { get; set; }

    [SupplyParameterFromQuery(Name = ScopeCodes.UntilName)] public string? Until { get; set; }

    [SupplyParameterFromQuery(Name = ScopeCodes.BasisName)] public string? Basis { get; set; }

    /// <summary>The scope as the address has it.</summary>
    protected ScopeCodes Address => new(In, Head, From, Until, Basis);

    /// <summary>The scope resolved; null before that.</summary>
    protected Scope? Context { get; private set; }

    protected string PlaceName => Context?.PlaceName(ScopeWords) ?? "";

    protected string HeadName => Context?.HeadName(ScopeWords) ?? "";

    protected override async Task OnParametersSetAsync() => Context = await Resolver.ResolveAsync(Address, CancellationToken.None);
}
