using System.Net.Sockets;
using CrimeInsight.Core;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Web.Shared.Security;

/// <summary>What keeps the site from starting and can be put right by whoever starts it, in one line each.</summary>
internal static class StartProblem
{
    /// <summary>Null when it is none of the known ones.</summary>
    public static OperatorException? Of(Exception? problem) => problem switch
    {
        IOException { InnerException: AddressInUseException } => new OperatorException(
            $"{problem.Message.TrimEnd('.')}. Another program, perhaps another CrimeInsight, listens there: stop it, or choose another address by --urls.",
            problem),
        SocketException { SocketErrorCode: SocketError.AccessDenied } => new OperatorException(
            "The system does not let this user listen on that port: choose one above 1023 by --urls.", problem),
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => new OperatorException(
            "This computer does not have the address to listen on: choose another by --urls.", problem),
        OptionsValidationException invalid => new OperatorException(string.Join(' ', invalid.Failures), problem),
        _ => null,
    };
}
