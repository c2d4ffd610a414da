using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Trail;

/// <summary>How the audit trail stands: sealed when, verified when, with which result; and the way to verify it now.</summary>
public sealed partial class AuditPanel : IDisposable
{
    private readonly CancellationTokenSource _lifetime = new();
    private AuditCheck? _check;
    private PanelState _state = PanelState.Loading;
    private bool _isVerifying;

    [Inject] public required IStringLocalizer<AuditText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required IAuditVerifier Verifier { get; init; }

    private string Result => _check switch
    {
        { Finding: { } finding } => AuditWords.Of(finding, CultureInfo.CurrentUICulture),
        { VerifiedAt: null } => Text[nameof(AuditText.NeverVerified)],
        _ => Text[nameof(AuditText.Holds)],
    };

    private IEnumerable<(string Label, string Value)> Facts =>
    [
        (Text[nameof(AuditText.LastSealed)], _check!.SealedAt is { } at ? Format.Instant(at) : Format.NotAvailable),
        (Text[nameof(AuditText.SealedRow)], _check.SealedId is { } id ? Format.Number(id) : Format.NotAvailable),
        (Text[nameof(AuditText.LastVerified)], _check.VerifiedAt is { } verified ? Format.Instant(verified) : Format.NotAvailable),
        (Text[nameof(AuditText.RowsVerified)], Format.Number(_check.Rows)),
        (Text[nameof(AuditText.SealsVerified)], Format.Number(_check.Seals)),
    ];

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() => ShowAsync(Verifier.ReadAsync);

    private async Task VerifyAsync()
    {
        _isVerifying = true;
        await ShowAsync(Verifier.VerifyAsync);
        _isVerifying = false;
    }

    private async Task ShowAsync(Func<CancellationToken, Task<AuditCheck>> read)
    {
        try
        {
            _check = await read(_lifetime.Token);
            _state = PanelState.Ready;
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            _state = PanelState.Error;
        }
    }
}
