using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Tells services of a scope whether it belongs to a circuit or to a request.</summary>
internal sealed class CircuitMark : CircuitHandler
{
    public bool IsCircuit { get; private set; }

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsCircuit = true;
        return Task.CompletedTask;
    }
}
