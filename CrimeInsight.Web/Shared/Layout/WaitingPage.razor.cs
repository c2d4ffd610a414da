using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>What a request for a page gets while the database does not answer: it says so, and opens the page when it can.</summary>
public sealed partial class WaitingPage
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [Parameter, EditorRequired]
    public required DisplayChoice Display { get; set; }

    /// <summary>Path and query of the page that was asked for.</summary>
    [Parameter, EditorRequired]
    public required string Target { get; set; }

    /// <summary>Lets the script through the content security policy.</summary>
    [Parameter, EditorRequired]
    public required string Nonce { get; set; }
}
