/// What Maven does for the stack: fetching the servers, building the services. Everything it prints
/// goes to a log; what people see is progress, and its errors.
package org.broadsheet.stack.build;
